namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>How many entries a map holds: DCC1010 and DCC1011.</summary>
public class MapTests
{
    private const string Parameters = "string key, Dictionary<string, long> more, IDictionary<string, long> other";

    [Theory]
    [InlineData("new Dictionary<string, long> { [\"a\"] = 1, [\"b\"] = 2, [\"c\"] = 3 }")]
    [InlineData("new Dictionary<string, long> { { \"a\", 1 }, { \"b\", 2 }, { key, 3 } }")]
    [InlineData("new Dictionary<string, long>(16) { [\"a\"] = 1, [\"b\"] = 2, [\"c\"] = 3 }")]
    [InlineData("ValueMap.Create(new Dictionary<string, long> { [\"a\"] = 1, [\"b\"] = 2, [\"c\"] = 3 })")]
    [InlineData("ValueMap.Create(new SortedDictionary<string, long> { { \"a\", 1 }, { \"b\", 2 }, { key, 3 } })")]
    public Task Reports_too_many(string map) => Verify.Body($"Api.Send(new Extra {{ Map = {{|DCC1010:{map}|}} }});", Parameters);

    [Theory]
    [InlineData("new Dictionary<string, long>()")]
    [InlineData("new Dictionary<string, long> { }")]
    [InlineData("ValueMap<long>.Empty")]
    public Task Reports_too_few(string map) => Verify.Body($"Api.Send(new Extra {{ Map = {{|DCC1011:{map}|}} }});", Parameters);

    [Theory]
    [InlineData("var map = new Dictionary<string, long>(); map.Add(\"a\", 1); map.Add(\"b\", 2); map[\"c\"] = 3; Api.Send(new Extra { Map = {|DCC1010:map|} });")]
    [InlineData("var map = new Dictionary<string, long>(); for (var i = 0; i < 3; i++) map.Add(i.ToString(), i); Api.Send(new Extra { Map = {|DCC1010:map|} });")]
    [InlineData("var map = new Dictionary<string, long> { [\"a\"] = 1 }; map.Clear(); Api.Send(new Extra { Map = {|DCC1011:map|} });")]
    [InlineData("var map = new Dictionary<string, long> { [\"a\"] = 1 }; map.Remove(\"a\"); map.Clear(); Api.Send(new Extra { Map = {|DCC1011:map|} });")]
    public Task Reports_through_variables(string statements) => Verify.Body(statements, Parameters);

    [Theory]
    [InlineData("null")]
    [InlineData("more")]
    [InlineData("new(more)")]
    [InlineData("new(more) { [\"a\"] = 1, [\"b\"] = 2 }")]
    [InlineData("new() { [\"a\"] = 1 }")]
    [InlineData("new() { [\"a\"] = 1, [\"b\"] = 2 }")]
    [InlineData("new() { [\"a\"] = 1, [\"b\"] = 2, [\"a\"] = 3 }")]
    [InlineData("new() { [\"a\"] = 1, [\"b\"] = 2, [key] = 3 }")]
    [InlineData("new() { [key] = 1, [\"a\"] = 2, [\"b\"] = 3 }")]
    [InlineData("new(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1, [\"b\"] = 2, [\"A\"] = 3 }")]
    [InlineData("new() { { key, 1 }, { \"b\", 2 } }")]
    public Task Is_silent_about(string map) => Verify.Body($"Dictionary<string, long>? map = {map}; Api.Send(new Extra {{ Map = map }});", Parameters);

    [Theory]
    [InlineData("var map = new Dictionary<string, long>(); map.TryAdd(\"a\", 1); map.TryAdd(\"a\", 1); map.TryAdd(\"a\", 1); Api.Send(new Extra { Map = map });")]
    [InlineData("var map = new Dictionary<string, long>(); foreach (var (name, value) in other) map[name] = value; Api.Send(new Extra { Map = map });")]
    [InlineData("var map = new Dictionary<string, long> { [\"a\"] = 1, [\"b\"] = 2, [\"c\"] = 3 }; map.Remove(\"a\"); Api.Send(new Extra { Map = map });")]
    [InlineData("var map = new Dictionary<string, long>(); Fill(map); Api.Send(new Extra { Map = map }); void Fill(IDictionary<string, long> it) => it.Add(\"a\", 1);")]
    [InlineData("var map = new Dictionary<string, long> { [\"a\"] = 1, [\"b\"] = 2, [\"c\"] = 3 }; foreach (var entry in map) Api.Use(entry.Key + entry.Value); Api.Use(map.Keys);")]
    [InlineData("var map = new SortedDictionary<string, long> { [\"a\"] = 1, [\"b\"] = 2, [\"a\\u00ad\"] = 3 }; Api.Send(new Extra { Map = ValueMap.Create(map) });")]
    [InlineData("var map = new SortedDictionary<int, long> { [1] = 1, [2] = 2 }; Api.Use(map[1] + map[2]);")]
    public Task Is_silent_about_statements(string statements) => Verify.Body(statements, Parameters);
}
