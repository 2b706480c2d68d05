using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LegTracker.Architecture.Tests.GrpcContracts;

/// <summary>One assembly read as metadata, with its types by full name.</summary>
internal sealed class ContractAssembly : IDisposable
{
    private readonly PEReader image;

    private ContractAssembly(PEReader image)
    {
        this.image = image;
        Reader = image.GetMetadataReader();
        Identity = Reader.GetAssemblyDefinition().GetAssemblyName();
        Types = Reader.TypeDefinitions.ToDictionary(handle => SignatureText.NameOf(Reader, Reader.GetTypeDefinition(handle)));
        Friends = FriendsOf(Reader).ToHashSet();
    }

    public MetadataReader Reader { get; }

    public AssemblyName Identity { get; }

    public string Name => Identity.Name!;

    public IReadOnlyDictionary<string, TypeDefinitionHandle> Types { get; }

    /// <summary>Names of the assemblies that see its internal members.</summary>
    public IReadOnlySet<string> Friends { get; }

    public static ContractAssembly Open(string file) => new(new PEReader(File.OpenRead(file)));

    public static ContractAssembly Read(byte[] bytes) => new(new PEReader(new MemoryStream(bytes)));

    public void Dispose() => image.Dispose();

    private static IEnumerable<string> FriendsOf(MetadataReader reader) =>
        from handle in reader.GetAssemblyDefinition().GetCustomAttributes()
        let attribute = reader.GetCustomAttribute(handle)
        where attribute.Constructor.Kind == HandleKind.MemberReference
        let parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
        where parent.Kind == HandleKind.TypeReference
        let type = SignatureText.NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)parent))
        where type == "System.Runtime.CompilerServices.InternalsVisibleToAttribute"
        select ReadText(reader, attribute.Value).Split(',')[0].Trim();

    private static string ReadText(MetadataReader reader, BlobHandle value)
    {
        var blob = reader.GetBlobReader(value);
        blob.ReadUInt16(); // prolog
        return blob.ReadSerializedString() ?? "";
    }
}
