using System.Reflection;
using System.Reflection.Metadata;

namespace LegTracker.Architecture.Tests.GrpcContracts;

/// <summary>
/// Checks a consumer's types that derive from or implement contract types: what they override is there to be overridden,
/// and nothing abstract is left over (the runtime refuses to load such a type).
/// </summary>
internal sealed class OverrideCheck
{
    private static readonly HashSet<string> ObjectMethods = ["ToString", "Equals", "GetHashCode", "Finalize"];

    private readonly ContractAssembly consumer;
    private readonly IReadOnlyDictionary<string, ContractAssembly> contracts;
    private readonly List<string> faults = [];

    private OverrideCheck(ContractAssembly consumer, IReadOnlyDictionary<string, ContractAssembly> contracts)
    {
        this.consumer = consumer;
        this.contracts = contracts;
    }

    private MetadataReader Reader => consumer.Reader;

    public static IReadOnlyList<string> Run(ContractAssembly consumer, IReadOnlyDictionary<string, ContractAssembly> contracts)
    {
        var check = new OverrideCheck(consumer, contracts);
        foreach (var handle in consumer.Reader.TypeDefinitions)
        {
            check.CheckBase(handle);
            check.CheckInterfaces(handle);
        }

        return check.faults;
    }

    private void CheckBase(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        if (Contract(type.BaseType) is not { } baseType)
        {
            return;
        }

        var name = SignatureText.NameOf(Reader, type);
        var virtuals = MethodsOf(baseType.Contract.Reader, baseType.Type, baseType.Arguments)
            .Where(method => method.Is(MethodAttributes.Virtual)).ToList();
        var own = MethodsOf(Reader, handle, null).Where(method => method.Is(MethodAttributes.Virtual)).ToList();
        faults.AddRange(
            from method in own
            where !method.Is(MethodAttributes.NewSlot) && !ObjectMethods.Contains(method.Name)
            where virtuals.All(candidate => candidate.Signature != method.Signature)
            select $"{name} overrides {method.Signature}, which {baseType.Name} does not have");
        if ((type.Attributes & TypeAttributes.Abstract) == 0)
        {
            faults.AddRange(
                from method in virtuals
                where method.Is(MethodAttributes.Abstract) && own.All(candidate => candidate.Signature != method.Signature)
                select $"{name} leaves {method.Signature} of {baseType.Name} abstract");
        }
    }

    private void CheckInterfaces(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        if ((type.Attributes & TypeAttributes.Interface) != 0)
        {
            return;
        }

        var explicitly = type.GetMethodImplementations()
            .Select(implementation => Reader.GetMethodImplementation(implementation).MethodDeclaration)
            .Where(declaration => declaration.Kind == HandleKind.MemberReference)
            .Select(declaration => Reader.GetMemberReference((MemberReferenceHandle)declaration))
            .Select(member => (Parent: LinkCheck.Resolve(Reader, member.Parent, contracts)?.Type, Name: Reader.GetString(member.Name)))
            .ToHashSet();
        var implicitly = Hierarchy(handle).SelectMany(level => MethodsOf(Reader, level.Type, level.Arguments))
            .Where(method => method.Is(MethodAttributes.Virtual)).Select(method => method.Signature).ToHashSet();
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            if (Contract(Reader.GetInterfaceImplementation(implemented).Interface) is { } contract)
            {
                faults.AddRange(
                    from method in MethodsOf(contract.Contract.Reader, contract.Type, contract.Arguments)
                    where method.Is(MethodAttributes.Abstract)
                    where !implicitly.Contains(method.Signature) && !explicitly.Contains((contract.Name, method.Name))
                    select $"{SignatureText.NameOf(Reader, type)} does not implement {method.Signature} of {contract.Name}");
            }
        }
    }

    private (ContractAssembly Contract, string Name, TypeDefinitionHandle Type, IReadOnlyList<string>? Arguments)? Contract(EntityHandle handle) =>
        !handle.IsNil
        && LinkCheck.Resolve(Reader, handle, contracts) is var (contract, name)
        && contract.Types.TryGetValue(name, out var type)
            ? (contract, name, type, ArgumentsOf(handle, null))
            : null;

    // The consumer's own classes from this one down to the last that is its own, each with its type arguments.
    private IEnumerable<(TypeDefinitionHandle Type, IReadOnlyList<string>? Arguments)> Hierarchy(TypeDefinitionHandle handle)
    {
        IReadOnlyList<string>? arguments = null;
        while (true)
        {
            yield return (handle, arguments);
            var next = Reader.GetTypeDefinition(handle).BaseType;
            var definition = next.Kind == HandleKind.TypeSpecification ? GenericArguments.Of(Reader, next, arguments).Type : next;
            if (definition.Kind != HandleKind.TypeDefinition || definition.IsNil)
            {
                yield break;
            }

            arguments = ArgumentsOf(next, arguments);
            handle = (TypeDefinitionHandle)definition;
        }
    }

    private IReadOnlyList<string>? ArgumentsOf(EntityHandle handle, IReadOnlyList<string>? context) =>
        handle.Kind == HandleKind.TypeSpecification ? GenericArguments.Of(Reader, handle, context).Arguments : null;

    private static IEnumerable<Method> MethodsOf(MetadataReader reader, TypeDefinitionHandle type, IReadOnlyList<string>? arguments) =>
        from method in reader.GetTypeDefinition(type).GetMethods().Select(reader.GetMethodDefinition)
        let name = reader.GetString(method.Name)
        select new Method(
            name, SignatureText.OfMethod(name, method.DecodeSignature(SignatureText.Provider, arguments)), method.Attributes);

    private sealed record Method(string Name, string Signature, MethodAttributes Attributes)
    {
        public bool Is(MethodAttributes flag) => (Attributes & flag) != 0;
    }
}
