using System.Data.Common;
using System.Diagnostics;
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

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Map(fault, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
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
            case OperationCanceledException when context.CancellationToken.IsCancellationRequested:
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

        if (error.RetryAfter is { } wait)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        }

        return new RpcException(new Grpc.Core.Status(error.Code, error.Message), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed, trace {Trace}")]
    private partial void CallFailed(Exception fault, string method, string trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed at the store")]
    private partial void StoreFailed(Exception fault, string method);
}
