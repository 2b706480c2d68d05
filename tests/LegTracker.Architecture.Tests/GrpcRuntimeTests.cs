using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Health.V1;
using Grpc.Net.Client;
using LegTracker.Architecture.Tests.GrpcContracts;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace LegTracker.Architecture.Tests;

/// <summary>The shipped server and client talk to each other over our contract assemblies.</summary>
public sealed class GrpcRuntimeTests : IAsyncLifetime
{
    private ProbeServer server = null!;
    private GrpcChannel channel = null!;
    private Health.HealthClient client = null!;

    public async Task InitializeAsync()
    {
        server = await ProbeServer.StartAsync();
        channel = GrpcChannel.ForAddress(server.Address);
        client = new Health.HealthClient(channel);
    }

    public async Task DisposeAsync()
    {
        channel.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_unary_call_answers()
    {
        var call = client.CheckAsync(new HealthCheckRequest { Service = "any" });

        Assert.Equal(ServingStatus.Serving, (await call).Status);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal(ServingStatus.Serving, client.Check(new HealthCheckRequest()).Status);
    }

    [Fact]
    public async Task A_server_stream_is_read_to_its_end()
    {
        using var call = client.Watch(new HealthCheckRequest());

        var statuses = await call.ResponseStream.ReadAllAsync().Select(response => response.Status).ToListAsync();

        Assert.Equal(Enum.GetValues<ServingStatus>(), statuses);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300);

        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await client.CheckAsync(new HealthCheckRequest { Service = "never" }, deadline: deadline));

        Assert.Equal(StatusCode.DeadlineExceeded, fault.StatusCode);
        await server.Probe.Left;
    }

    [Fact]
    public async Task A_cancelled_stream_ends_in_the_middle()
    {
        using var leaving = new CancellationTokenSource();
        using var call = client.Watch(new HealthCheckRequest { Service = "endless" }, cancellationToken: leaving.Token);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        await leaving.CancelAsync();
        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
            {
            }
        });

        Assert.Equal(StatusCode.Cancelled, fault.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_unary_call_is_seen_by_the_server()
    {
        using var leaving = new CancellationTokenSource();
        var call = client.CheckAsync(
            new HealthCheckRequest { Service = "never" }, new CallOptions().WithCancellationToken(leaving.Token));

        await leaving.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
    }

    [Fact]
    public async Task A_failure_brings_its_text_and_trailers()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await client.CheckAsync(new HealthCheckRequest { Service = "failing" }));

        Assert.Equal(StatusCode.NotFound, fault.StatusCode);
        Assert.Equal("no such measure: AB\u00a00", fault.Status.Detail);
        Assert.Equal("BILL_NOT_FOUND", fault.Trailers.GetValue("reason"));
        Assert.Equal([0, 1, 0xff], fault.Trailers.GetValueBytes("details-bin")!);
    }

    [Fact]
    public async Task An_unknown_method_is_unimplemented()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await client.ListAsync(new HealthListRequest()));

        Assert.Equal(StatusCode.Unimplemented, fault.StatusCode);
    }

    [Fact]
    public async Task Interceptors_of_both_sides_run_in_order()
    {
        var intercepted = new Health.HealthClient(channel.Intercept(
            new AskingInterceptor("first"), new AskingInterceptor("second")));

        var call = intercepted.CheckAsync(new HealthCheckRequest());

        Assert.Equal("first,second", (await call.ResponseHeadersAsync).GetValue("x-echo"));
    }

    [Fact]
    public async Task Composed_call_credentials_write_their_headers()
    {
        var credentials = CallCredentials.Compose(Asking("one"), Asking("two"));
        using var unsafely = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, credentials),
            UnsafeUseInsecureChannelCallCredentials = true,
        });

        var call = new Health.HealthClient(unsafely).CheckAsync(new HealthCheckRequest());

        Assert.Equal("/grpc.health.v1.Health: one, two", (await call.ResponseHeadersAsync).GetValue("x-echo"));

        static CallCredentials Asking(string text) => CallCredentials.FromInterceptor((context, metadata) =>
        {
            var service = new Uri(context.ServiceUrl).AbsolutePath;
            metadata.Add("x-asked", text == "one" ? $"{service}: {text}" : text);
            return Task.CompletedTask;
        });
    }

    // .NET's client reads nothing at all as an empty message too, so the bytes themselves are looked at.
    [Fact]
    public async Task An_empty_message_is_sent_as_a_whole_gzip_member()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/grpc.health.v1.Health/Check")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 7, 0x0a, 5, .. "empty"u8]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.Add("grpc-accept-encoding", "gzip");
        request.Headers.TE.ParseAdd("trailers");

        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("gzip", Assert.Single(response.Headers.GetValues("grpc-encoding")));
        Assert.Equal([1, 0, 0, 0, 20, 0x1f, 0x8b], body[..7]);
        Assert.Equal(25, body.Length);
        Assert.Equal("0", Assert.Single(response.TrailingHeaders.GetValues("grpc-status")));
    }

    [Fact]
    public async Task An_empty_gzipped_request_and_response_are_read_back()
    {
        var headers = new Metadata { { "grpc-internal-encoding-request", "gzip" } };

        var serving = await client.CheckAsync(new HealthCheckRequest(), headers);
        var empty = await client.CheckAsync(new HealthCheckRequest { Service = "empty" }, headers);

        Assert.Equal(ServingStatus.Serving, serving.Status);
        Assert.Equal(ServingStatus.Unknown, empty.Status);
    }

    private sealed class AskingInterceptor(string name) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var earlier = context.Options.Headers?.GetValue("x-asked");
            var headers = new Metadata { { "x-asked", earlier is null ? name : $"{earlier},{name}" } };
            return continuation(
                request,
                new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, context.Options.WithHeaders(headers)));
        }
    }
}
