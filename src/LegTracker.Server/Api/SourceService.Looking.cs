using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <content>What a person looks at when a source is not believed: the bodies, the evidence, and the word that it is right.</content>
internal sealed partial class SourceService
{
    private const string QuarantinedPrefix = "quarantined/";

    public override async Task<ResumeSourceResponse> ResumeSource(ResumeSourceRequest request, ServerCallContext context)
    {
        var tracked = Required(request.Source);
        var source = tracked.Source.Name;
        if (tracked.Disabled is { } disabled)
        {
            throw new ApiError(StatusCode.FailedPrecondition, "SOURCE_PAUSED", $"{source} is not polled: {disabled}");
        }

        await desk.PauseAsync(tracked, null, context.CancellationToken);
        var accepted = await store.AcceptDoubtsAsync(source, context.CancellationToken);
        var health = await store.FindSourceAsync(source, context.CancellationToken);
        if (health is { State: Recording.SourceState.Drifted })
        {
            health = health with
            {
                State = Recording.SourceState.Degraded,
                StateReason = "a person said that what it shows is right; that is recorded at the next poll",
                NextAttempt = clock.Now,
            };
            await store.SaveSourceAsync(health, null, context.CancellationToken);
        }

        return new ResumeSourceResponse { Source = Message(states.Of(tracked, health)), AcceptedCount = accepted };
    }

    public override async Task<ListQuarantinedResponse> ListQuarantined(ListQuarantinedRequest request, ServerCallContext context)
    {
        var response = new ListQuarantinedResponse();
        response.Bodies.AddRange((await store.ListQuarantinedAsync(Source(request.Source), context.CancellationToken)).Select(Of));
        return response;
    }

    public override async Task<GetQuarantinedResponse> GetQuarantined(GetQuarantinedRequest request, ServerCallContext context)
    {
        if (!request.Name.StartsWith(QuarantinedPrefix, StringComparison.Ordinal)
            || !long.TryParse(request.Name.AsSpan(QuarantinedPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw ApiError.FieldInvalid("name", $"'{request.Name}' is no body's name; write it as quarantined/17");
        }

        return await store.FindQuarantinedAsync(id, context.CancellationToken) is { } body
            ? new GetQuarantinedResponse { Body = Of(body) }
            : throw new ApiError(StatusCode.NotFound, "QUARANTINED_NOT_FOUND", $"No body {id} is kept; the newest {QuarantineShelf.Kept} of each source are.");
    }

    public override async Task<GetEvidenceResponse> GetEvidence(GetEvidenceRequest request, ServerCallContext context)
    {
        if (request.Sha256.Length != 64 || request.Sha256.Any(digit => !char.IsAsciiHexDigitLower(digit) && !char.IsAsciiDigit(digit)))
        {
            throw ApiError.FieldInvalid("sha256", "is no SHA-256: 64 hexadecimal digits in lower case");
        }

        return await store.FindEvidenceAsync(request.Sha256, context.CancellationToken) is { } kept
            ? new GetEvidenceResponse
            {
                Evidence = new V1.Evidence { Sha256 = kept.Sha256, Parser_ = kept.Kind, FirstSeenTime = Mapping.Instant(kept.FirstSeen), Body = UnsafeByteOperations.UnsafeWrap(kept.Body) },
            }
            : throw new ApiError(StatusCode.NotFound, "EVIDENCE_NOT_FOUND", "No evidence with this hash is kept: it was never read, or by a version that kept none, or nothing cites it any more.");
    }

    private static V1.QuarantinedBody Of(Recording.QuarantinedBody kept) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{QuarantinedPrefix}{kept.Id}"),
        Source = Mapping.SourceName(kept.Source),
        Bill = kept.Bill?.ResourceName ?? "",
        Url = kept.Url,
        Poll = kept.Poll,
        Reason = kept.Reason,
        KeepTime = Mapping.Instant(kept.KeptTime),
        BodyBytes = kept.BodyBytes,
        Body = UnsafeByteOperations.UnsafeWrap(kept.Body),
    };
}
