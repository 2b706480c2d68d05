using Grpc.Core;
using Grpc.Reflection.V1;

namespace LegTracker.Server.Api.Reflection;

/// <summary>grpc.reflection.v1.ServerReflection over a <see cref="SymbolIndex"/>.</summary>
internal sealed class ReflectionService(SymbolIndex index) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(ReflectionAnswer.To(request, index), context.CancellationToken);
        }
    }
}
