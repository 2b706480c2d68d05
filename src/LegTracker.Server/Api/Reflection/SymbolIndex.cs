using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace LegTracker.Server.Api.Reflection;

/// <summary>The .proto files behind the services offered, found by file name, by full name or by extension.</summary>
/// <remarks>Built once from generated descriptors, then read only. A file is answered with all that it imports, itself first.</remarks>
internal sealed class SymbolIndex
{
    private readonly Dictionary<string, FileDescriptor> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, int Number), FileDescriptor> extensions = [];
    private readonly HashSet<string> messages = new(StringComparer.Ordinal);

    /// <param name="roots">The files whose services are offered; what they import is added.</param>
    public SymbolIndex(IEnumerable<FileDescriptor> roots)
    {
        var offered = roots.DistinctBy(file => file.Name).ToList();
        Services = [.. offered.SelectMany(file => file.Services).Select(service => service.FullName).Order(StringComparer.Ordinal)];
        foreach (var file in offered.SelectMany(WithImports).Where(file => files.TryAdd(file.Name, file)))
        {
            AddFile(file);
        }
    }

    /// <summary>Full names of the services offered, in order.</summary>
    public ImmutableArray<string> Services { get; }

    /// <summary>The file of this path and its imports, as FileDescriptorProto bytes; null where there is none.</summary>
    public IEnumerable<ByteString>? FindFile(string name) => Answer(files.GetValueOrDefault(name));

    /// <summary>The file that declares this full name, with its imports; null where none does.</summary>
    public IEnumerable<ByteString>? FindSymbol(string fullName) => Answer(symbols.GetValueOrDefault(fullName));

    /// <summary>The file that declares the extension of this message with this number, with its imports; null where none does.</summary>
    public IEnumerable<ByteString>? FindExtension(string type, int number) => Answer(extensions.GetValueOrDefault((type, number)));

    /// <summary>Numbers of the known extensions of a message, ascending; null for a message that is not known.</summary>
    public IEnumerable<int>? ExtensionNumbers(string type) =>
        messages.Contains(type) ? extensions.Keys.Where(key => key.Type == type).Select(key => key.Number).Order() : null;

    private static IEnumerable<ByteString>? Answer(FileDescriptor? file) => file is null ? null : WithImports(file).Select(found => found.SerializedData);

    // Breadth first, so that the file itself comes first and each import once.
    private static List<FileDescriptor> WithImports(FileDescriptor file)
    {
        List<FileDescriptor> found = [file];
        HashSet<string> names = [file.Name];
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].Dependencies.Where(import => names.Add(import.Name)));
        }

        return found;
    }

    private void AddFile(FileDescriptor file)
    {
        foreach (var service in file.Services)
        {
            symbols[service.FullName] = file;
            foreach (var method in service.Methods)
            {
                symbols[method.FullName] = file;
            }
        }

        AddExtensions(file, file.Extensions);
        AddEnums(file, file.Package, file.EnumTypes);
        foreach (var message in file.MessageTypes)
        {
            AddMessage(file, message);
        }
    }

    private void AddMessage(FileDescriptor file, MessageDescriptor message)
    {
        messages.Add(message.FullName);
        symbols[message.FullName] = file;
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            symbols[field.FullName] = file;
        }

        foreach (var oneof in message.Oneofs)
        {
            symbols[oneof.FullName] = file;
        }

        AddExtensions(file, message.Extensions);
        AddEnums(file, message.FullName, message.EnumTypes);
        foreach (var nested in message.NestedTypes)
        {
            AddMessage(file, nested);
        }
    }

    // An enum's values are named in the scope around the enum, as in C++.
    private void AddEnums(FileDescriptor file, string scope, IEnumerable<EnumDescriptor> enums)
    {
        foreach (var type in enums)
        {
            symbols[type.FullName] = file;
            foreach (var value in type.Values)
            {
                symbols[scope.Length == 0 ? value.Name : $"{scope}.{value.Name}"] = file;
            }
        }
    }

    private void AddExtensions(FileDescriptor file, ExtensionCollection declared)
    {
        foreach (var extension in declared.UnorderedExtensions)
        {
            symbols[extension.FullName] = file;
            extensions[(extension.ExtendeeType.FullName, extension.FieldNumber)] = file;
        }
    }
}
