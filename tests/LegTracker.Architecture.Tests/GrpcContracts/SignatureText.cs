using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace LegTracker.Architecture.Tests.GrpcContracts;

/// <summary>Spells metadata signatures as text, so that two assemblies' spellings of the same signature are equal.</summary>
/// <remarks>
/// The generic context is the list of arguments of the declaring type, or null to leave its parameters open (<c>!0</c>).
/// </remarks>
internal sealed class SignatureText : ISignatureTypeProvider<string, IReadOnlyList<string>?>
{
    public static readonly SignatureText Provider = new();

    /// <summary>For instance <c>instance System.Void Add(System.String, System.Byte[])</c>.</summary>
    public static string OfMethod(string name, MethodSignature<string> signature)
    {
        var instance = signature.Header.IsInstance ? "instance " : "static ";
        var generic = signature.GenericParameterCount == 0 ? "" : $"`{signature.GenericParameterCount}";
        return $"{instance}{signature.ReturnType} {name}{generic}({string.Join(", ", signature.ParameterTypes)})";
    }

    public static string OfField(string name, string type) => $"field {type} {name}";

    public static string NameOf(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(reader, reader.GetTypeDefinition(outer))}+{name}"
            : Qualified(reader.GetString(type.Namespace), name);
    }

    public static string NameOf(MetadataReader reader, TypeReference type)
    {
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}+{name}"
            : Qualified(reader.GetString(type.Namespace), name);
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        NameOf(reader, reader.GetTypeDefinition(handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        NameOf(reader, reader.GetTypeReference(handle));

    public string GetTypeFromSpecification(
        MetadataReader reader, IReadOnlyList<string>? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericTypeParameter(IReadOnlyList<string>? genericContext, int index) =>
        genericContext is null ? $"!{index}" : genericContext[index];

    public string GetGenericMethodParameter(IReadOnlyList<string>? genericContext, int index) => $"!!{index}";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => $"{elementType} pinned";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")}({modifier})";

    public string GetFunctionPointerType(MethodSignature<string> signature) => OfMethod("*", signature);

    private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
