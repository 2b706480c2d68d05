using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace LegTracker.Architecture.Tests.GrpcContracts;

/// <summary>A made-up assembly that refers to Grpc.Core.Api as a test wishes, rightly or wrongly.</summary>
internal sealed class MetadataSketch
{
    private readonly MetadataBuilder metadata = new();
    private readonly AssemblyReferenceHandle contract;

    public MetadataSketch(ContractAssembly grpcCore)
    {
        metadata.AddModule(0, metadata.GetOrAddString("Sketch.dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Sketch"), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(
            default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        contract = metadata.AddAssemblyReference(
            metadata.GetOrAddString(grpcCore.Name),
            grpcCore.Identity.Version!,
            default,
            metadata.GetOrAddBlob(grpcCore.Identity.GetPublicKeyToken()!),
            default,
            default);
    }

    public TypeReferenceHandle Type(string name) =>
        metadata.AddTypeReference(contract, metadata.GetOrAddString("Grpc.Core"), metadata.GetOrAddString(name));

    /// <summary>Refers to <c>instance void name(parameter)</c>, where the parameter is written by the caller.</summary>
    public void Method(TypeReferenceHandle type, string name, Action<SignatureTypeEncoder> parameter) =>
        metadata.AddMemberReference(type, metadata.GetOrAddString(name), Signature(parameter));

    /// <summary>Defines a class derived from a contract class, with one override <c>public void name(parameter)</c>.</summary>
    public void Class(TypeReferenceHandle baseType, string overriddenMethod, Action<SignatureTypeEncoder> parameter)
    {
        var method = metadata.AddMethodDefinition(
            MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig,
            MethodImplAttributes.IL,
            metadata.GetOrAddString(overriddenMethod),
            Signature(parameter),
            bodyOffset: -1,
            MetadataTokens.ParameterHandle(1));
        metadata.AddTypeDefinition(
            TypeAttributes.Class, default, metadata.GetOrAddString("Derived"), baseType, MetadataTokens.FieldDefinitionHandle(1), method);
    }

    public ContractAssembly Build()
    {
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        return ContractAssembly.Read(image.ToArray());
    }

    private BlobHandle Signature(Action<SignatureTypeEncoder> parameter)
    {
        var blob = new BlobBuilder();
        new BlobEncoder(blob).MethodSignature(isInstanceMethod: true).Parameters(
            1, returnType => returnType.Void(), parameters => parameter(parameters.AddParameter().Type()));
        return metadata.GetOrAddBlob(blob);
    }
}
