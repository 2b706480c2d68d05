using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;

namespace LegTracker.Server.Api.Reflection;

/// <summary>grpc.reflection.v1alpha.ServerReflection, for tools older than v1: the same bytes under another package name.</summary>
internal sealed class AlphaReflectionService(SymbolIndex index) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            var question = Grpc.Reflection.V1.ServerReflectionRequest.Parser.ParseFrom(request.ToByteString());
            var answer = ReflectionAnswer.To(question, index);
            await responseStream.WriteAsync(ServerReflectionResponse.Parser.ParseFrom(answer.ToByteString()), context.CancellationToken);
        }
    }
}
