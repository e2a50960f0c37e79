namespace DiscountCard.Generator.Tests;

/// <summary>Types that stand in parameters: each is named by what the parameter belongs to, wherever that stands.</summary>
public class ParameterTypeNameTests
{
    private const string Status = "{ name: status, in: query, schema: { type: string, enum: [ A ] } }";
    private const string Filter = "{ name: filter, in: query, content: { application/json: { schema: { type: object, properties: { by: { type: object, properties: { a: { type: string } } } } } } } }";
    private const string Id = "{ name: id, in: path, required: true, schema: { type: string } }";
    private const string Get = "get: { responses: { '204': { description: d } } }";

    [Theory]
    [InlineData("/v3/things", "V3ThingsStatus V3ThingsFilter V3ThingsFilterBy")]
    [InlineData("/v3/things/{id}", "V3ThingsByIdStatus V3ThingsByIdFilter V3ThingsByIdFilterBy")]
    [InlineData("/v3/things/{id}/MORE-of", "V3ThingsByIdMoreOfStatus V3ThingsByIdMoreOfFilter V3ThingsByIdMoreOfFilterBy")]
    [InlineData("/", "Status Filter FilterBy")]
    public void One_that_the_operations_of_a_path_share_has_the_paths_name_before_its_own(string path, string types)
    {
        var id = path.Contains("{id}", StringComparison.Ordinal) ? $", {Id}" : "";
        Assert.Equal(Sorted(types), TypesOf(Paths($"{{ '{path}': {{ {Get}, parameters: [ {Status}, {Filter}{id} ] }} }}")));
    }

    // Neither a second operation nor another path changes a name; what one operation says for itself is its own.
    [Theory]
    [InlineData("'/v3/things': { PATH }", "V3ThingsStatus")]
    [InlineData("'/v3/a': { GET }, '/v3/things': { PATH, put: { responses: { '204': { description: d } } } }", "V3ThingsStatus")]
    [InlineData("'/v3/a': { PATH }, '/v3/things': { PATH }", "V3AStatus V3ThingsStatus")]
    [InlineData("'/v3/things': { PATH, put: { parameters: [ STATUS ], responses: { '204': { description: d } } } }", "V3ThingsStatus PutV3ThingsStatus")]
    [InlineData("'/v3/things': { parameters: [ { name: first, in: query, schema: { type: string } }, STATUS ], GET }", "V3ThingsStatus")]
    public void Its_name_is_the_same_whatever_else_the_contract_holds(string paths, string types) => Assert.Equal(
        Sorted(types),
        TypesOf(Paths($"{{ {paths.Replace("PATH", $"{Get}, parameters: [ {Status} ]", StringComparison.Ordinal).Replace("GET", Get, StringComparison.Ordinal).Replace("STATUS", Status, StringComparison.Ordinal)} }}")));

    [Theory]
    [InlineData("{ parameters: { State: STATUS, '0': FILTER } }", "parameters: [ { $ref: '#/components/parameters/State' }, { $ref: '#/components/parameters/0' } ]", "State _0 _0By")]
    [InlineData("{ x-own: { State: STATUS } }", "parameters: [ { $ref: '#/components/x-own/State' } ]", "State")]
    public void One_that_has_a_name_of_its_own_is_called_by_it(string components, string parameters, string types) => Assert.Equal(
        Sorted(types),
        TypesOf(Paths($"{{ /v3/things: {{ {Get}, {parameters} }} }}\ncomponents: {components.Replace("STATUS", Status, StringComparison.Ordinal).Replace("FILTER", Filter, StringComparison.Ordinal)}")));

    [Fact]
    public void That_of_a_path_under_components_has_its_name_there() => Assert.Equal(
        Sorted("ThingsStatus ThingsFilter ThingsFilterBy"),
        TypesOf(Paths($"{{ /v3/a: {{ $ref: '#/components/pathItems/Things' }} }}\ncomponents: {{ pathItems: {{ Things: {{ {Get}, parameters: [ {Status}, {Filter} ] }} }} }}")));

    [Theory]
    [InlineData("parts/state.yaml", "STATUS", "State")]
    [InlineData("parts.yaml#/State", "State: STATUS", "State")]
    [InlineData("parts.yaml#/parameters/State", "parameters: { State: STATUS }", "State")]
    [InlineData("parts.yaml#/parameters/State", "parameters: { State: FILTER }", "State StateBy")]
    [InlineData("parts.yaml#/components/parameters/State", "components: { parameters: { State: FILTER } }", "State StateBy")]
    [InlineData("parts.yaml#/parameters/0", "parameters: [ STATUS ]", "PartsStatus")]
    [InlineData("parts.yaml", "{ name: p, in: query, schema: { $ref: '#/schema/$defs/E', $defs: { E: { type: string, enum: [ A ] } } } }", "PartsE")]
    public void That_of_another_file_is_called_by_its_key_there_or_by_the_file(string reference, string file, string types) => Assert.Equal(
        Sorted(types),
        TypesOf(Paths($"{{ /v3/a: {{ {Get}, parameters: [ {{ $ref: '{reference}' }} ] }} }}"), Other(reference, file)));

    [Theory]
    [InlineData("parts/things.yaml", "ITEM", "ThingsStatus ThingsFilter ThingsFilterBy")]
    [InlineData("parts.yaml#/Things", "Things: { ITEM }", "ThingsStatus ThingsFilter ThingsFilterBy")]
    [InlineData("parts.yaml#/paths/~1v3~1things~1{id}", "paths: { '/v3/things/{id}': { ITEM } }", "V3ThingsByIdStatus V3ThingsByIdFilter V3ThingsByIdFilterBy")]
    public void So_is_that_of_a_path_in_another_file(string reference, string file, string types) => Assert.Equal(
        Sorted(types),
        TypesOf(Paths($"{{ /v3/a: {{ $ref: '{reference}' }} }}"), Other(reference, file.Replace("ITEM", file == "ITEM" ? $"{Get}\nparameters: [ {Status}, {Filter} ]" : $"{Get}, parameters: [ {Status}, {Filter} ]", StringComparison.Ordinal))));

    [Theory]
    [InlineData("{ requestBody: { $ref: 'parts.yaml#/requestBodies/Thing' }, responses: { '204': { description: d } } }", "requestBodies: { Thing: BODY }", "ThingRequest")]
    [InlineData("{ requestBody: { $ref: 'parts.yaml#/Thing' }, responses: { '204': { description: d } } }", "Thing: BODY", "Thing")]
    [InlineData("{ requestBody: { $ref: 'parts.yaml' }, responses: { '204': { description: d } } }", "BODY", "Parts")]
    public void A_body_of_another_file_is_named_alike(string operation, string file, string types) => Assert.Equal(
        Sorted(types),
        TypesOf(Paths($"{{ /v3/a: {{ put: {operation} }} }}"), Other("parts.yaml", file.Replace("BODY", "{ content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }", StringComparison.Ordinal))));

    [Fact]
    public void Two_of_one_name_on_one_path_are_told_apart_by_their_schemas()
    {
        var contract = Paths($"{{ /v3/a: {{ {Get}, parameters: [ {Status}, {Status.Replace("query", "header", StringComparison.Ordinal)} ] }} }}");
        Assert.StartsWith("DCC0006 ", ContractDriver.Generate(contract).Report[0], StringComparison.Ordinal);
        Assert.Equal(
            Sorted("V3AStatus Sort"),
            TypesOf(contract.With("in: header, schema: {", "in: header, x-csharp-name: other, schema: { x-csharp-name: Sort,")));
    }

    [Fact]
    public void A_reference_into_a_parameter_leads_to_the_same_type() => Assert.Equal(
        Sorted("A V3AStatus"),
        TypesOf(Paths($"{{ /v3/a: {{ {Get}, parameters: [ {Status} ] }} }}\ncomponents: {{ schemas: {{ A: {{ type: object, properties: {{ a: {{ $ref: '#/paths/~1v3~1a/parameters/0/schema' }} }} }} }} }}")));

    private static ContractFile Paths(string paths) => $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\nservers: [ {{ url: https://api.example.com }} ]\npaths: {paths}\n";

    private static ContractFile Other(string reference, string yaml) => new(
        "/project/spec/" + reference.Split('#')[0],
        yaml.Replace("STATUS", Status, StringComparison.Ordinal).Replace("FILTER", Filter, StringComparison.Ordinal),
        ("DiscountCardContract", ""));

    private static IEnumerable<string> Sorted(string types) => types.Split(' ').Order(StringComparer.Ordinal);

    private static IEnumerable<string> TypesOf(params ContractFile[] files) => ContractDriver.Generate(files).Load().GetTypes()
        .Where(type => type is { Namespace: "Shop", IsNested: false } && !type.Name.Contains("Json", StringComparison.Ordinal) && !type.Name.Contains("Client", StringComparison.Ordinal))
        .Select(type => type.Name).Order(StringComparer.Ordinal);
}
