using System.Runtime.Loader;
using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Tests;

/// <summary>A compiled source in the test's own process, to see what it really does.</summary>
internal sealed class RunnableProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new("program", isCollectible: true);
    private readonly System.Reflection.Assembly _assembly;

    /// <summary>Loads a program.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="library">The assembly that it references; null when there is none but the runtime.</param>
    public RunnableProgram(Compilation compilation, byte[]? library = null)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        _context.Resolving += (context, name) => name.Name == typeof(ItemCountAttribute).Assembly.GetName().Name ? typeof(ItemCountAttribute).Assembly
            : library is null ? null : context.LoadFromStream(new MemoryStream(library));
        _assembly = _context.LoadFromStream(image);
    }

    public T Method<T>(string type, string name)
        where T : Delegate => _assembly.GetType(type)!.GetMethod(name)!.CreateDelegate<T>();

    public void Dispose() => _context.Unload();
}
