using System.Collections.Immutable;
using Grpc.Core;

namespace LegTracker.Server.Api;

/// <summary>A request that is not answered as asked, with a stable reason that programs can act on.</summary>
internal sealed class ApiError(StatusCode code, string reason, string message) : Exception(message)
{
    public StatusCode Code { get; } = code;

    /// <summary>Upper snake case: <c>BILL_NOT_FOUND</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>What belongs to the reason.</summary>
    public ImmutableDictionary<string, string> Metadata { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The wrong field of the request, when it is one.</summary>
    public string? Field { get; init; }

    /// <summary>When the same call may be answered, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A field of the request is wrong.</summary>
    public static ApiError FieldInvalid(string field, string message) => new(StatusCode.InvalidArgument, "FIELD_INVALID", $"{field}: {message}") { Field = field };
}
