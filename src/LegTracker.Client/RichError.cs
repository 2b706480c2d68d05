using System.Collections.Immutable;
using Google.Protobuf;
using Grpc.Core;

namespace LegTracker.Client;

/// <summary>A failed call as the server explains it.</summary>
/// <param name="Reason">Upper snake case, stable: <c>BILL_NOT_FOUND</c>; empty when the server gave none.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Metadata">What belongs to the reason, for instance <c>near</c> for BILL_NOT_FOUND.</param>
/// <param name="Violations">Wrong fields of the request, each with what is wrong.</param>
public sealed record RichError(
    RichErrorKind Kind,
    string Reason,
    string Message,
    ImmutableDictionary<string, string> Metadata,
    ImmutableArray<(string Field, string Description)> Violations)
{
    private const string Trailer = "grpc-status-details-bin";

    /// <summary>How long the server asks to stay away; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads the rich error that a call carries; of a call without one the status alone.</summary>
    public static RichError From(RpcException fault)
    {
        var reason = "";
        var metadata = ImmutableDictionary<string, string>.Empty;
        TimeSpan? retryAfter = null;
        var violations = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var detail in Details(fault))
        {
            if (detail.TryUnpack<Google.Rpc.ErrorInfo>(out var told))
            {
                // This version of the protos names field 1 "type"; it is "reason" today, on the wire the same.
                reason = told.Type;
                metadata = told.Metadata.ToImmutableDictionary();
            }
            else if (detail.TryUnpack<Google.Rpc.BadRequest>(out var bad))
            {
                violations.AddRange(bad.FieldViolations.Select(violation => (violation.Field, violation.Description)));
            }
            else if (detail.TryUnpack<Google.Rpc.RetryInfo>(out var retry))
            {
                retryAfter = retry.RetryDelay?.ToTimeSpan();
            }
        }

        return new RichError(KindOf(fault.StatusCode), reason, fault.Status.Detail, metadata, violations.ToImmutable()) { RetryAfter = retryAfter };
    }

    private static Google.Protobuf.Collections.RepeatedField<Google.Protobuf.WellKnownTypes.Any> Details(RpcException fault)
    {
        try
        {
            return fault.Trailers.GetValueBytes(Trailer) is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes).Details : [];
        }
        catch (InvalidProtocolBufferException)
        {
            return [];
        }
    }

    private static RichErrorKind KindOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.OutOfRange => RichErrorKind.Usage,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => RichErrorKind.Unreachable,
        StatusCode.NotFound => RichErrorKind.NotFound,
        StatusCode.AlreadyExists or StatusCode.Aborted or StatusCode.FailedPrecondition or StatusCode.PermissionDenied
            or StatusCode.Unauthenticated or StatusCode.ResourceExhausted => RichErrorKind.Refused,
        StatusCode.Cancelled => RichErrorKind.Canceled,
        _ => RichErrorKind.Failed,
    };
}
