using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace LegTracker.Server.Api;

/// <summary>The fields that a request's update_mask names.</summary>
internal static class UpdateMask
{
    /// <summary>Its paths, each once; empty when it is absent.</summary>
    /// <param name="fields">The paths that there are.</param>
    /// <exception cref="ApiError">FIELD_INVALID: the mask names something else.</exception>
    public static ImmutableArray<string> Read(FieldMask? mask, ImmutableArray<string> fields)
    {
        ImmutableArray<string> paths = [.. (mask?.Paths ?? []).Distinct()];
        return paths.FirstOrDefault(path => !fields.Contains(path)) is { } odd
            ? throw ApiError.FieldInvalid("update_mask", $"'{odd}' cannot be changed; there are {string.Join(", ", fields)}")
            : paths;
    }
}
