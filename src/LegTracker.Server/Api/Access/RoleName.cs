using LegTracker.Server.Recording;

namespace LegTracker.Server.Api.Access;

/// <summary>Roles as words, and as the protos' enum.</summary>
internal static class RoleName
{
    /// <summary>The word: "reader".</summary>
    public static string Of(AccessRole role) => role switch
    {
        AccessRole.Reader => "reader",
        AccessRole.Editor => "editor",
        AccessRole.Admin => "admin",
        _ => "nobody",
    };

    /// <summary>The role of a word, in any case; null when it is none that a credential can have.</summary>
    public static AccessRole? Read(string text) => text.ToUpperInvariant() switch
    {
        "READER" => AccessRole.Reader,
        "EDITOR" => AccessRole.Editor,
        "ADMIN" => AccessRole.Admin,
        _ => null,
    };

    public static V1.Role ToProto(AccessRole role) => role switch
    {
        AccessRole.Reader => V1.Role.Reader,
        AccessRole.Editor => V1.Role.Editor,
        AccessRole.Admin => V1.Role.Admin,
        _ => V1.Role.Unspecified,
    };

    /// <summary>Null for a value that is no role.</summary>
    public static AccessRole? FromProto(V1.Role role) => role switch
    {
        V1.Role.Reader => AccessRole.Reader,
        V1.Role.Editor => AccessRole.Editor,
        V1.Role.Admin => AccessRole.Admin,
        _ => null,
    };
}
