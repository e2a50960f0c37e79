using System.Globalization;
using System.Text;

namespace DiscountCard.Benchmarks;

/// <summary>Code of a merchant's size: methods as people write them, in ten shapes that differ in their numbers.</summary>
internal static class ManyMethods
{
    public const string WithRequests = "build a request";
    public const string WithoutRequests = "build none";

    private const int MethodsInAFile = 20;

    private static readonly string[] s_requests =
    [
        "await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = [a, b] }, ct);",
        "var list = new List<Objective> { a }; if (n > {0}) list.Add(b); await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = list }, ct);",
        "var list = new List<Objective>(); for (var i = 0; i < 5; i++) list.Add(a with { Count = i + {0} }); await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = list }, ct);",
        "foreach (var batch in many.Chunk(5)) await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);",
        "var list = many.Where(o => o.Count > {0}).Take(5).ToList(); if (list.Count == 0) return; await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = list }, ct);",
        "try { await client.UpdateOrderAsync(no, new UpdateOrderRequest { Rewards = [w] }, ct); } catch (InvalidOperationException) when (n > {0}) { Console.WriteLine(no); }",
        "var list = new List<Objective>(); foreach (var o in many) { if (o.Count > {0}) list.Add(o); if (list.Count == 5) { await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = list }, ct); list.Clear(); } } if (list.Count > 0) await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = list }, ct);",
        "var request = new UpdateOrderRequest { Objectives = [new() { ObjectiveSerialNo = no + {0}, ObjectiveId = n, Count = 1, PerformanceTime = DateTimeOffset.Now, PerformanceDescription = \"买\", PerformanceType = PerformanceType.Increase }] }; await client.UpdateOrderAsync(no, request, ct);",
        "var request = n > {0} ? new UpdateOrderRequest { Objectives = [a] } : new UpdateOrderRequest { Rewards = [w] }; await client.UpdateOrderAsync(no, request, ct);",
        "if (many is [var first, ..] && first.Count > {0}) await client.UpdateOrderAsync(no, new UpdateOrderRequest { Objectives = [first, .. many.Skip(1).Take(4)] }, ct); else Console.WriteLine(no.Length);",
    ];

    private static readonly string[] s_others =
    [
        "await Task.Delay(n + {0}, ct); Console.WriteLine(no);",
        "var list = new List<string> { no }; if (n > {0}) list.Add(no); Console.WriteLine(string.Join(\",\", list));",
        "var sum = 0; for (var i = 0; i < 5; i++) sum += i * {0}; Console.WriteLine(sum);",
        "foreach (var batch in many.Chunk(5)) Console.WriteLine(batch.Length + {0});",
        "var list = many.Where(o => o.Length > {0}).Take(5).ToList(); if (list.Count == 0) return; Console.WriteLine(list[0]);",
        "try { await Task.Yield(); } catch (InvalidOperationException) when (n > {0}) { Console.WriteLine(no); }",
        "var list = new List<string>(); foreach (var o in many) { if (o.Length > {0}) list.Add(o); if (list.Count == 5) { Console.WriteLine(list.Count); list.Clear(); } }",
        "var pair = (Name: no + {0}, Time: DateTimeOffset.Now); var words = new Dictionary<string, int> { [pair.Name] = n }; Console.WriteLine(words.Count);",
        "var text = n > {0} ? no.Trim() : no + \"x\"; Console.WriteLine(text switch { \"\" => 0, { Length: > 5 } => 1, _ => 2 });",
        "if (many is [var first, ..] && first.Length > {0}) Console.WriteLine(first); else Console.WriteLine(no.Length);",
    ];

    /// <summary>The sources of that many methods.</summary>
    public static IEnumerable<string> Write(string methods, int count)
    {
        var isRequests = methods == WithRequests;
        var (shapes, items) = isRequests ? (s_requests, "Objective a, Objective b, Reward w, List<Objective> many") : (s_others, "List<string> many");
        foreach (var part in Enumerable.Range(0, count).Chunk(MethodsInAFile))
        {
            var source = new StringBuilder("using System; using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks; using DiscountCard;\n\n");
            source.Append(CultureInfo.InvariantCulture, $"public class Orders{part[0]}(IDiscountCardClient client)\n{{\n    public IDiscountCardClient Client => client;\n");
            foreach (var i in part)
            {
                var body = shapes[i % shapes.Length].Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
                source.Append(CultureInfo.InvariantCulture, $"\n    public async Task Method{i}(string no, int n, {items}, CancellationToken ct)\n    {{\n        await Task.Yield();\n        {body}\n    }}\n");
            }
            yield return source.Append("}\n").ToString();
        }
    }
}
