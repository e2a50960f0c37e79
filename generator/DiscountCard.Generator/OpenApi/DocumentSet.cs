using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>
/// The documents of a contract: its own, and those of other files that it refers to. Each is known by its path as the contract
/// would write it, the contract's own by none, and is read when it is first asked for.
/// </summary>
internal sealed class DocumentSet
{
    private readonly Dictionary<string, YamlFile> _files;
    private readonly Dictionary<string, YamlNode?> _roots = new(StringComparer.Ordinal);
    private readonly string _contract;
    private readonly DiagnosticSink _sink;

    public DocumentSet(YamlFile contract, IEnumerable<YamlFile> others, DiagnosticSink sink)
    {
        _contract = FilePath.Normalize(contract.Path);
        _sink = sink;
        _files = others.GroupBy(file => NameOf(FilePath.Normalize(file.Path))).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _files[""] = contract;
    }

    /// <summary>The name of a document that another one refers to; null when there is none.</summary>
    public string? Find(string path, string from)
    {
        var name = NameOf(FilePath.Resolve(path, _files[from].Path));
        return _files.ContainsKey(name) ? name : null;
    }

    /// <summary>A file that differs from a wrong path by case alone.</summary>
    public string? Near(string path, string from) =>
        _files.Keys.FirstOrDefault(name => string.Equals(name, NameOf(FilePath.Resolve(path, _files[from].Path)), StringComparison.OrdinalIgnoreCase));

    /// <summary>The root of a document; null, and an error, when it cannot be read.</summary>
    public YamlNode? Root(string name)
    {
        if (!_roots.TryGetValue(name, out var root))
            _roots[name] = root = Read(_files[name]);
        return root;
    }

    private YamlNode? Read(YamlFile file)
    {
        try
        {
            return YamlReader.Read(file);
        }
        catch (YamlReadException error)
        {
            _sink.Report(ContractRules.NotYaml, file, error.Span, error.Message);
            return null;
        }
    }

    // A pointer begins with it, and ends it with a "#".
    private string NameOf(string path) => path == _contract ? "" : FilePath.Relative(path, _contract).Replace("#", "%23");
}
