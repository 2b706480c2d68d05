using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api.Access;

/// <summary>Short words for tests of access.</summary>
internal static class Refusals
{
    /// <summary>The header of a credential.</summary>
    public static Metadata Bearer(string credential) => new() { { "authorization", $"Bearer {credential}" } };

    /// <summary>Why a call was refused.</summary>
    public static async Task<RichError> OfAsync<T>(AsyncUnaryCall<T> call) => RichError.From(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));

    /// <summary>After how long the server asks to come back; null when it does not say.</summary>
    public static TimeSpan? RetryOf(RpcException fault) => Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin")).Details
        .Select(detail => detail.TryUnpack<RetryInfo>(out var retry) ? retry.RetryDelay.ToTimeSpan() : (TimeSpan?)null).FirstOrDefault(wait => wait is not null);

    /// <summary>A key with its secret, made by a caller on this machine or by an admin.</summary>
    public static async Task<CreateApiKeyResponse> MakeKeyAsync(ApiWorld world, Role role, string? adminSecret = null, DateTimeOffset? expires = null, string? title = null) =>
        await world.Access.CreateApiKeyAsync(
            new CreateApiKeyRequest { ApiKey = new ApiKey { Title = title ?? $"a test's {role}", Role = role, ExpireTime = expires is { } end ? Timestamp.FromDateTimeOffset(end) : null } },
            adminSecret is null ? null : Bearer(adminSecret));
}
