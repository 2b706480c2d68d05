using System.Data.Common;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Server.Api;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegTracker.Server.Tests.Api;

public sealed class ErrorInterceptorTests
{
    [Fact]
    public async Task A_fault_of_ours_is_INTERNAL_with_a_trace_and_without_its_text()
    {
        var error = await MappedAsync(new InvalidOperationException("password=hunter2"));

        Assert.Equal((RichErrorKind.Failed, "INTERNAL"), (error.Kind, error.Reason));
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.Matches("under [0-9a-f]{32}", error.Message);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_UNAVAILABLE_so_that_clients_try_again()
    {
        var direct = await MappedAsync(new DiskFault());
        var wrapped = await MappedAsync(new InvalidOperationException("while saving", new DiskFault()));

        Assert.Equal((RichErrorKind.Unreachable, "STORE_UNAVAILABLE"), (direct.Kind, direct.Reason));
        Assert.Equal("STORE_UNAVAILABLE", wrapped.Reason);
    }

    [Fact]
    public async Task A_call_that_the_stopping_server_ended_is_UNAVAILABLE_so_that_clients_come_back()
    {
        var error = await MappedAsync(new OperationCanceledException());

        Assert.Equal((RichErrorKind.Unreachable, "SHUTTING_DOWN"), (error.Kind, error.Reason));
    }

    [Fact]
    public async Task An_expected_error_carries_its_metadata_and_field()
    {
        var error = await MappedAsync(ApiError.FieldInvalid("name", "is no name"));

        Assert.Equal((RichErrorKind.Usage, "FIELD_INVALID"), (error.Kind, error.Reason));
        Assert.Equal("name", Assert.Single(error.Violations).Field);
    }

    [Fact]
    public async Task A_status_that_a_service_chose_itself_is_left_as_it_is()
    {
        var error = await MappedAsync(new RpcException(new Status(StatusCode.NotFound, "unknown service")));

        Assert.Equal((RichErrorKind.NotFound, "", "unknown service"), (error.Kind, error.Reason, error.Message));
    }

    private static async Task<RichError> MappedAsync(Exception fault)
    {
        var interceptor = new ErrorInterceptor(NullLogger<ErrorInterceptor>.Instance);
        var unary = await Assert.ThrowsAsync<RpcException>(() => interceptor.UnaryServerHandler<object, object>(new object(), new Call(), (_, _) => throw fault));
        var stream = await Assert.ThrowsAsync<RpcException>(() => interceptor.ServerStreamingServerHandler<object, object>(new object(), null!, new Call(), (_, _, _) => throw fault));
        Assert.Equal(unary.StatusCode, stream.StatusCode);
        return RichError.From(unary);
    }

    private sealed class DiskFault() : DbException("disk I/O error");

    private sealed class Call : ServerCallContext
    {
        protected override string MethodCore => "/legtracker.v1.BillService/GetBill";

        protected override string HostCore => "";

        protected override string PeerCore => "";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore => Metadata.Empty;

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore => Metadata.Empty;

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore => throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();
    }
}
