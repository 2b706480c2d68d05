using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace LegTracker.Server.Api;

/// <summary>Turns what a service throws into rich errors: google.rpc.Status with ErrorInfo in <c>grpc-status-details-bin</c>.</summary>
/// <remarks>A fault of ours is INTERNAL with a trace id; its text goes to the log only.</remarks>
internal sealed partial class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    private const string Domain = "legtracker";

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        MappedAsync(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        MappedAsync(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        MappedAsync(context, () => Done(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        MappedAsync(context, () => Done(continuation(requestStream, responseStream, context)));

    private static async Task<bool> Done(Task stream)
    {
        await stream;
        return true;
    }

    private async Task<T> MappedAsync<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Map(fault, context);
        }
    }

    private RpcException Map(Exception fault, ServerCallContext context)
    {
        switch (fault)
        {
            case ApiError error:
                return Rich(error);
            // What a stream cannot write any more because its caller has left, or was cut with the server, is no fault of ours.
            case OperationCanceledException or IOException or InvalidOperationException when context.CancellationToken.IsCancellationRequested:
                return new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "the caller gave up"));
            case OperationCanceledException:
                return Rich(new ApiError(StatusCode.Unavailable, "SHUTTING_DOWN", "The server is shutting down."));
            case DbException or { InnerException: DbException }:
                StoreFailed(fault, context.Method);
                return Rich(new ApiError(StatusCode.Unavailable, "STORE_UNAVAILABLE", "The record cannot be read or written now; the server's log says why."));
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
                CallFailed(fault, context.Method, trace);
                return Rich(new ApiError(StatusCode.Internal, "INTERNAL", $"A fault of the server; its log has the details under {trace}."));
        }
    }

    private static RpcException Rich(ApiError error)
    {
        // These protos name ErrorInfo's field 1 "type"; it is "reason" today, on the wire the same.
        var status = new Google.Rpc.Status
        {
            Code = (int)error.Code,
            Message = error.Message,
            Details = { Any.Pack(new ErrorInfo { Type = error.Reason, Domain = Domain, Metadata = { error.Metadata } }) },
        };
        if (error.Field is { } field)
        {
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = error.Message } } }));
        }

        var trailers = new Metadata();
        if (error.RetryAfter is { } wait)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));

            // gRPC's own header for clients that try again by themselves.
            trailers.Add("grpc-retry-pushback-ms", Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        trailers.Add("grpc-status-details-bin", status.ToByteArray());
        return new RpcException(new Grpc.Core.Status(error.Code, error.Message), trailers);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed, trace {Trace}")]
    private partial void CallFailed(Exception fault, string method, string trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed at the store")]
    private partial void StoreFailed(Exception fault, string method);
}
