using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using LegTracker.Server.Api;
using LegTracker.Server.Api.Reflection;
using Alpha = Grpc.Reflection.V1Alpha;

namespace LegTracker.Server.Tests.Api;

public sealed class ReflectionServiceTests : IAsyncLifetime
{
    private const int HttpExtension = 72295728;

    private GrpcHost host = null!;

    public async Task InitializeAsync() => host = await GrpcHost.StartAsync(
        services => services.AddHealthAndReflection([Google.Api.AnnotationsReflection.Descriptor]),
        routes => routes.MapHealthAndReflection());

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_services_offered_are_listed()
    {
        var answer = await AskAsync(new ServerReflectionRequest { ListServices = "" });

        Assert.Equal(
            ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"],
            answer.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Theory]
    [InlineData("grpc.health.v1.Health")]
    [InlineData("grpc.health.v1.Health.Watch")]
    [InlineData("grpc.health.v1.HealthCheckResponse")]
    [InlineData("grpc.health.v1.HealthCheckResponse.status")]
    [InlineData("grpc.health.v1.HealthCheckResponse.ServingStatus")]
    [InlineData("grpc.health.v1.HealthCheckResponse.NOT_SERVING")]
    public async Task A_symbol_is_answered_with_the_file_that_declares_it(string symbol) =>
        Assert.Equal(
            ["grpc/health/v1/health.proto"],
            FilesOf(await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol })));

    [Theory]
    [InlineData("grpc.reflection.v1.ServerReflectionRequest.message_request")]
    [InlineData("grpc.reflection.v1.ServerReflectionRequest.list_services")]
    public async Task Oneofs_and_their_fields_are_symbols_too(string symbol) =>
        Assert.Equal(
            ["grpc/reflection/v1/reflection.proto"],
            FilesOf(await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol })));

    [Fact]
    public async Task A_file_comes_with_all_that_it_imports() =>
        Assert.Equal(
            ["google/api/annotations.proto", "google/api/http.proto", "google/protobuf/descriptor.proto"],
            FilesOf(await AskAsync(new ServerReflectionRequest { FileByFilename = "google/api/annotations.proto" })));

    [Fact]
    public async Task An_extension_is_answered_with_the_file_that_declares_it()
    {
        var extension = new ExtensionRequest { ContainingType = "google.protobuf.MethodOptions", ExtensionNumber = HttpExtension };

        var answer = await AskAsync(new ServerReflectionRequest { FileContainingExtension = extension });

        Assert.Equal("google/api/annotations.proto", FilesOf(answer)[0]);
    }

    [Theory]
    [InlineData("google.protobuf.MethodOptions", new[] { HttpExtension })]
    [InlineData("google.api.HttpRule", new int[0])]
    public async Task A_message_answers_with_the_numbers_of_its_extensions(string type, int[] numbers)
    {
        var answer = await AskAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = type });

        Assert.Equal(type, answer.AllExtensionNumbersResponse.BaseTypeName);
        Assert.Equal(numbers, answer.AllExtensionNumbersResponse.ExtensionNumber);
    }

    public static TheoryData<string, int> Unanswerable() => new()
    {
        { """{ "fileByFilename": "no/such.proto" }""", (int)StatusCode.NotFound },
        { """{ "fileContainingSymbol": "no.such.Symbol" }""", (int)StatusCode.NotFound },
        { """{ "fileContainingExtension": { "containingType": "google.protobuf.MethodOptions", "extensionNumber": 1 } }""", (int)StatusCode.NotFound },
        { """{ "allExtensionNumbersOfType": "no.such.Message" }""", (int)StatusCode.NotFound },
        { """{ "host": "somewhere" }""", (int)StatusCode.InvalidArgument },
    };

    [Theory]
    [MemberData(nameof(Unanswerable))]
    public async Task A_question_without_an_answer_gets_an_error_and_its_own_text_back(string question, int code)
    {
        var request = ServerReflectionRequest.Parser.ParseJson(question);

        var answer = await AskAsync(request);

        Assert.Equal(code, answer.ErrorResponse.ErrorCode);
        Assert.NotEqual("", answer.ErrorResponse.ErrorMessage);
        Assert.Equal(request, answer.OriginalRequest);
        Assert.Equal(request.Host, answer.ValidHost);
    }

    [Fact]
    public async Task One_stream_answers_question_after_question_in_the_alpha_version_too()
    {
        using var call = new Alpha.ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        string[] questions = ["grpc.health.v1.Health", "no.such.Symbol", "grpc.reflection.v1alpha.ServerReflection"];
        foreach (var symbol in questions)
        {
            await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { FileContainingSymbol = symbol });
        }

        await call.RequestStream.CompleteAsync();
        var answers = await call.ResponseStream.ReadAllAsync().ToListAsync();

        Assert.Equal(questions, answers.Select(answer => answer.OriginalRequest.FileContainingSymbol));
        Assert.Equal(5, answers[1].ErrorResponse.ErrorCode);
        var file = FileDescriptorProto.Parser.ParseFrom(Assert.Single(answers[2].FileDescriptorResponse.FileDescriptorProto));
        Assert.Equal("grpc.reflection.v1alpha", file.Package);
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_is_no_error()
    {
        using var leaving = new CancellationTokenSource();
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo(cancellationToken: leaving.Token);
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        Assert.True(await call.ResponseStream.MoveNext());

        await leaving.CancelAsync();

        await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        await host.StopAsync(); // and the host fails this test for any error logged
    }

    [Fact]
    public void The_two_versions_have_the_same_wire_form()
    {
        var v1 = ReflectionReflection.Descriptor.ToProto();
        var alpha = Alpha.ReflectionReflection.Descriptor.ToProto();

        Assert.Equal(
            v1.MessageType.ToString().Replace(".v1.", ".v1alpha.", StringComparison.Ordinal),
            alpha.MessageType.ToString());
    }

    [Fact]
    public void A_file_offered_twice_is_indexed_once()
    {
        var health = Grpc.Health.V1.HealthReflection.Descriptor;

        Assert.Equal("grpc.health.v1.Health", Assert.Single(new SymbolIndex([health, health]).Services));
    }

    private static List<string> FilesOf(ServerReflectionResponse answer) =>
        [.. answer.FileDescriptorResponse.FileDescriptorProto.Select(file => FileDescriptorProto.Parser.ParseFrom(file).Name)];

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();
        return Assert.Single(await call.ResponseStream.ReadAllAsync().ToListAsync());
    }
}
