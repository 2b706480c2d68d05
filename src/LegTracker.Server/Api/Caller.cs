using Grpc.Core;
using LegTracker.Server.Api.Access;

namespace LegTracker.Server.Api;

/// <summary>Who calls, as the log and the texts name them.</summary>
internal static class Caller
{
    /// <summary>Name of a caller on this machine who does not say another.</summary>
    public const string LocalUser = "local user";

    private const int LongestName = 100;

    /// <summary>The title of the credential, which nobody can call under another name than; without one the name that the request gives.</summary>
    /// <param name="claimed">The name the request gives; empty for none.</param>
    /// <exception cref="ApiError">FIELD_INVALID: longer than 100 characters, or more than one line.</exception>
    public static string Name(ServerCallContext context, string claimed)
    {
        var name = claimed.Trim();
        return name.Length > LongestName || name.Any(char.IsControl)
            ? throw ApiError.FieldInvalid("author", $"is one line of at most {LongestName} characters")
            : CallerIdentity.Of(context).Title ?? (name.Length == 0 ? LocalUser : name);
    }
}
