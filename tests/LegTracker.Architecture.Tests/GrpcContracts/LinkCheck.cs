using System.Reflection;
using System.Reflection.Metadata;

namespace LegTracker.Architecture.Tests.GrpcContracts;

/// <summary>What one assembly asks of contract assemblies, and which of it they do not give.</summary>
/// <param name="Types">Full names of the types referred to.</param>
/// <param name="Members">The members referred to, by type and signature.</param>
/// <param name="Faults">What would fail at run time, one line each; empty where all links hold.</param>
internal sealed record LinkReport(IReadOnlySet<string> Types, IReadOnlySet<string> Members, IReadOnlyList<string> Faults);

/// <summary>Links every type and member reference of a consumer against contract assemblies, as the runtime would.</summary>
internal sealed class LinkCheck
{
    private readonly ContractAssembly consumer;
    private readonly Dictionary<string, ContractAssembly> contracts;
    private readonly HashSet<string> types = [];
    private readonly HashSet<string> members = [];
    private readonly List<string> faults = [];

    private LinkCheck(ContractAssembly consumer, IEnumerable<ContractAssembly> contracts)
    {
        this.consumer = consumer;
        this.contracts = contracts.ToDictionary(contract => contract.Name);
    }

    private MetadataReader Reader => consumer.Reader;

    public static LinkReport Run(ContractAssembly consumer, params ContractAssembly[] contracts)
    {
        var check = new LinkCheck(consumer, contracts);
        check.LinkAssemblies();
        check.LinkTypes();
        check.LinkMembers();
        check.faults.AddRange(OverrideCheck.Run(consumer, check.contracts));
        return new LinkReport(check.types, check.members, check.faults);
    }

    /// <summary>The contract and full name behind a reference (bare or instantiated); null where it leads elsewhere.</summary>
    public static (ContractAssembly Contract, string Type)? Resolve(
        MetadataReader reader, EntityHandle handle, IReadOnlyDictionary<string, ContractAssembly> contracts)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = reader.GetTypeReference((TypeReferenceHandle)handle);
                var outermost = reference;
                while (outermost.ResolutionScope.Kind == HandleKind.TypeReference)
                {
                    outermost = reader.GetTypeReference((TypeReferenceHandle)outermost.ResolutionScope);
                }

                return outermost.ResolutionScope.Kind == HandleKind.AssemblyReference
                    && contracts.TryGetValue(AssemblyOf(reader, outermost), out var contract)
                        ? (contract, SignatureText.NameOf(reader, reference))
                        : null;
            case HandleKind.TypeSpecification:
                return Resolve(reader, GenericArguments.Of(reader, handle, null).Type, contracts);
            default:
                return null;
        }
    }

    private static string AssemblyOf(MetadataReader reader, TypeReference type) =>
        reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);

    private void LinkAssemblies()
    {
        foreach (var reference in Reader.AssemblyReferences.Select(handle => Reader.GetAssemblyReference(handle).GetAssemblyName()))
        {
            if (contracts.TryGetValue(reference.Name!, out var contract)
                && (contract.Identity.Version < reference.Version
                    || !contract.Identity.GetPublicKeyToken().AsSpan().SequenceEqual(reference.GetPublicKeyToken())))
            {
                faults.Add($"assembly {reference.FullName} is {contract.Identity.FullName}");
            }
        }
    }

    private void LinkTypes()
    {
        foreach (var handle in Reader.TypeReferences)
        {
            if (Resolve(Reader, handle, contracts) is not var (contract, name))
            {
                continue;
            }

            types.Add(name);
            if (!contract.Types.TryGetValue(name, out var type))
            {
                faults.Add($"type {name} is missing from {contract.Name}");
            }
            else if (!IsSeen(contract, contract.Reader.GetTypeDefinition(type)))
            {
                faults.Add($"type {name} is hidden in {contract.Name}");
            }
        }
    }

    private void LinkMembers()
    {
        foreach (var reference in Reader.MemberReferences.Select(Reader.GetMemberReference))
        {
            if (Resolve(Reader, reference.Parent, contracts) is not var (contract, typeName))
            {
                continue;
            }

            var name = Reader.GetString(reference.Name);
            var signature = reference.GetKind() == MemberReferenceKind.Method
                ? SignatureText.OfMethod(name, reference.DecodeMethodSignature(SignatureText.Provider, null))
                : SignatureText.OfField(name, reference.DecodeFieldSignature(SignatureText.Provider, null));
            members.Add($"{typeName}: {signature}");
            if (contract.Types.TryGetValue(typeName, out var type))
            {
                LinkMember(contract, typeName, type, signature);
            }
        }
    }

    private void LinkMember(ContractAssembly contract, string typeName, TypeDefinitionHandle type, string signature)
    {
        var found = MembersOf(contract.Reader, type).FirstOrDefault(member => member.Signature == signature);
        if (found.Signature is null)
        {
            faults.Add($"member {typeName}: {signature} is missing from {contract.Name}");
        }
        else if (!IsSeen(contract, found.Access))
        {
            faults.Add($"member {typeName}: {signature} is hidden in {contract.Name}");
        }
    }

    private static IEnumerable<(string Signature, MethodAttributes Access)> MembersOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            var signature = method.DecodeSignature(SignatureText.Provider, null);
            yield return (SignatureText.OfMethod(reader.GetString(method.Name), signature), method.Attributes);
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            var signature = SignatureText.OfField(reader.GetString(field.Name), field.DecodeSignature(SignatureText.Provider, null));
            yield return (signature, (MethodAttributes)(field.Attributes & FieldAttributes.FieldAccessMask));
        }

        if (type.BaseType is { Kind: HandleKind.TypeDefinition, IsNil: false } parent)
        {
            foreach (var inherited in MembersOf(reader, (TypeDefinitionHandle)parent))
            {
                yield return inherited;
            }
        }
    }

    // Field and method access share their numbers.
    private bool IsSeen(ContractAssembly contract, MethodAttributes access) => (access & MethodAttributes.MemberAccessMask) switch
    {
        MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem => true,
        MethodAttributes.Assembly or MethodAttributes.FamANDAssem => contract.Friends.Contains(consumer.Name),
        _ => false,
    };

    private bool IsSeen(ContractAssembly contract, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => true,
        TypeAttributes.NotPublic or TypeAttributes.NestedAssembly or TypeAttributes.NestedFamANDAssem =>
            contract.Friends.Contains(consumer.Name),
        _ => false,
    };
}
