using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace LegTracker.Architecture.Tests.GrpcContracts;

/// <summary>The generic type and the spelled arguments of an instantiation such as <c>IAsyncStreamReader&lt;!0&gt;</c>.</summary>
internal sealed record GenericArguments(EntityHandle Type, IReadOnlyList<string> Arguments)
{
    /// <summary>Nothing (a nil type) for an array or the like.</summary>
    public static GenericArguments Of(MetadataReader reader, EntityHandle specification, IReadOnlyList<string>? context)
    {
        var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)specification).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return new GenericArguments(default, []);
        }

        blob.ReadCompressedInteger(); // class or value type
        var type = blob.ReadTypeHandle();
        var decoder = new SignatureDecoder<string, IReadOnlyList<string>?>(SignatureText.Provider, reader, context);
        var arguments = new string[blob.ReadCompressedInteger()];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = decoder.DecodeType(ref blob);
        }

        return new GenericArguments(type, arguments);
    }
}
