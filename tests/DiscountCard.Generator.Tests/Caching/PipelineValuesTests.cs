using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Tests;

/// <summary>
/// What the pipeline keeps from run to run. A symbol, a tree or a text in it would keep whole compilations alive, and would
/// never compare equal to that of the next run.
/// </summary>
public class PipelineValuesTests
{
    private static readonly Type[] s_forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(SourceText), typeof(Location), typeof(Diagnostic), typeof(AdditionalText)];

    [Fact]
    public void No_value_of_any_step_holds_what_belongs_to_one_compilation()
    {
        ContractFile broken = "openapi: 3.1.0\ninfo: { title: 5 }\nnobody: 1\npaths: []";
        var values = new[] { ContractFile.Packaged, broken }.Select(file => ContractDriver.Generate(file))
            .SelectMany(StepReasons.Values).ToList();

        Assert.Contains(values, value => value.GetType().Name == "ContractModel");
        Assert.Contains(values, value => value.GetType().Name == "LoadedContract");
        Assert.All(values, value => Assert.Empty(Forbidden(value)));
    }

    [Fact]
    public void Every_value_equals_that_of_another_run_over_the_same_text()
    {
        var first = StepReasons.Values(ContractDriver.Generate(ContractFile.Packaged)).ToList();
        var second = StepReasons.Values(ContractDriver.Generate(ContractFile.Packaged)).ToList();

        Assert.Equal(first, second);
        Assert.Equal(first.Select(v => v.GetHashCode()), second.Select(v => v.GetHashCode()));
    }

    [Fact]
    public void The_search_finds_what_it_looks_for_however_deep()
    {
        var hidden = new { A = new object?[] { null, new List<object> { new Holder(Location.None) } } };
        Assert.Equal(["Location"], Forbidden(hidden).Select(t => t.BaseType!.Name));
    }

    private static List<Type> Forbidden(object root)
    {
        var found = new List<Type>();
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object>([root]);
        while (pending.TryPop(out var value))
        {
            var type = value.GetType();
            if (type.IsPrimitive || type.IsEnum || value is string || !visited.Add(value))
                continue;
            if (s_forbidden.Any(f => f.IsInstanceOfType(value)) || IsYaml(type))
                found.Add(type);
            foreach (var child in Children(value, type).OfType<object>())
                pending.Push(child);
        }
        return found;
    }

    private static IEnumerable<object?> Children(object value, Type type) => value is Array array
        ? array.Cast<object?>()
        : Hierarchy(type).SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)).Select(f => f.GetValue(value));

    private static IEnumerable<Type> Hierarchy(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static bool IsYaml(Type type) => Hierarchy(type).Any(t => t.Namespace?.Contains("Yaml", StringComparison.Ordinal) ?? false);

    private sealed class Holder(IEnumerable place)
    {
        private readonly object _place = place;

        public Holder(Location place)
            : this((IEnumerable)new[] { place })
        {
        }

        public override string? ToString() => _place.ToString();
    }
}
