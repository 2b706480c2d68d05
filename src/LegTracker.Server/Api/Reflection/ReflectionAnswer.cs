using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace LegTracker.Server.Api.Reflection;

/// <summary>Turns one reflection question into its answer.</summary>
internal static class ReflectionAnswer
{
    public static ServerReflectionResponse To(ServerReflectionRequest request, SymbolIndex index)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new ListServiceResponse();
                response.ListServicesResponse.Service.Add(index.Services.Select(name => new ServiceResponse { Name = name }));
                return response;
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                return WithFiles(response, index.FindFile(request.FileByFilename), $"file {request.FileByFilename}");
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                return WithFiles(response, index.FindSymbol(request.FileContainingSymbol), $"symbol {request.FileContainingSymbol}");
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                var wanted = request.FileContainingExtension;
                return WithFiles(
                    response,
                    index.FindExtension(wanted.ContainingType, wanted.ExtensionNumber),
                    $"extension {wanted.ExtensionNumber} of {wanted.ContainingType}");
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                return WithNumbers(response, request.AllExtensionNumbersOfType, index);
            default:
                return WithError(response, StatusCode.InvalidArgument, "the request asks nothing");
        }
    }

    private static ServerReflectionResponse WithFiles(ServerReflectionResponse response, IEnumerable<ByteString>? files, string wanted)
    {
        if (files is null)
        {
            return WithError(response, StatusCode.NotFound, $"{wanted} is not known");
        }

        response.FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { files } };
        return response;
    }

    private static ServerReflectionResponse WithNumbers(ServerReflectionResponse response, string type, SymbolIndex index)
    {
        if (index.ExtensionNumbers(type) is not { } numbers)
        {
            return WithError(response, StatusCode.NotFound, $"message {type} is not known");
        }

        response.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = type, ExtensionNumber = { numbers } };
        return response;
    }

    private static ServerReflectionResponse WithError(ServerReflectionResponse response, StatusCode code, string message)
    {
        response.ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message };
        return response;
    }
}
