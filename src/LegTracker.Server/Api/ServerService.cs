using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Api.Access;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>What this server is, over gRPC.</summary>
internal sealed class ServerService(RecordStore store, LegislativeClock clock, StoreFolder folder) : V1.ServerService.ServerServiceBase
{
    private static readonly string[] Features = ["watch-changes", "draft-segment", "run-poll", "discovery", "calendar", "health", "reflection", "api-keys"];

    public override async Task<GetServerInfoResponse> GetServerInfo(GetServerInfoRequest request, ServerCallContext context)
    {
        var local = CallerRole.IsLocal(context);
        var info = new ServerInfo
        {
            ServerVersion = typeof(ServerService).Assembly.GetName().Version!.ToString(3),
            StoreEpoch = store.Epoch,
            HeadRevision = await store.HeadRevisionAsync(context.CancellationToken),
            Clock = new Clock { Start = Mapping.Instant(clock.Start), Speed = clock.Speed, Now = Mapping.Instant(clock.Now) },
            CallerRole = RoleName.Of(CallerIdentity.Of(context).Role),
            ProcessId = local ? Environment.ProcessId : 0,
            DataDirectory = local ? folder.Path : "",
        };
        info.Features.AddRange(Features);
        return new GetServerInfoResponse { Info = info };
    }
}

/// <summary>Where the store's files lie.</summary>
internal sealed record StoreFolder(string Path);
