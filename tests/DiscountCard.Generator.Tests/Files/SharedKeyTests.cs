namespace DiscountCard.Generator.Tests;

/// <summary>An idempotency key in a file of several contracts: it has its effect if one of them compares by it, and is told of if none does.</summary>
public class SharedKeyTests
{
    private const string Common = "/project/spec/common.yaml";
    private const string Idle = "DCC0003 1:54 \"x-idempotency-key\" in an object that is no item of a list or has another key has no effect on the generated code; mark one member of a list's items, or take it out";

    private static readonly ContractFile s_common = Shared("B: { type: object, properties: { no: { type: string, x-idempotency-key: true } } }");

    private static ContractFile Listing => Using("first", "{ type: array, items: { $ref: 'common.yaml#/B' } }");

    private static ContractFile Holding => Using("second", "{ $ref: 'common.yaml#/B' }");

    [Fact]
    public async Task One_that_a_list_of_one_contract_compares_is_not_reported()
    {
        Assert.Empty(await Advice.LinesOf(Listing, Holding, s_common));
        Assert.Empty(await Advice.LinesOf(s_common, Holding, Listing));
        Assert.Empty(await Advice.LinesOf(Listing, s_common));
    }

    [Fact]
    public async Task One_that_no_contract_compares_is_reported_once_where_it_stands()
    {
        foreach (ContractFile[] files in new ContractFile[][] { [Holding, s_common], [Holding, Using("third", "{ type: object, additionalProperties: { $ref: 'common.yaml#/B' } }"), s_common] })
        {
            var advice = Assert.Single(await Advice.Of(files));
            Assert.Equal(Idle, Generation.Describe(advice));
            Assert.Equal(Common, advice.Location.GetLineSpan().Path);
        }
    }

    [Fact]
    public async Task One_that_two_contracts_do_not_compare_for_two_reasons_is_reported_once_and_for_the_same_one_whatever_their_order()
    {
        var key = Shared("No: { type: string, x-idempotency-key: true }");
        var map = Using("first", "{ type: object, additionalProperties: { $ref: 'common.yaml#/No' } }");
        var member = Using("second", "{ $ref: 'common.yaml#/No' }");

        var advice = Assert.Single(await Advice.LinesOf(map, member, key));
        Assert.Equal([advice], await Advice.LinesOf(member, key, map));
        Assert.Equal("DCC0003 1:21 \"x-idempotency-key\" in the values of a map has no effect on the generated code; mark the items of a list, or take it out", advice);
        Assert.Empty(await Advice.LinesOf(map, member, key, Using("third", "{ type: array, items: { $ref: 'common.yaml#/No' } }")));
    }

    [Fact]
    public async Task One_in_a_contract_that_another_one_compares_is_not_reported()
    {
        var contract = Contract.Schemas("B: { type: object, properties: { no: { type: string, x-idempotency-key: true } } }").At(Common);

        Assert.Single(await Advice.LinesOf(contract));
        Assert.Empty(await Advice.LinesOf(contract, Using("first", "{ type: array, items: { $ref: 'common.yaml#/components/schemas/B' } }")));
    }

    [Fact]
    public async Task A_second_one_in_a_shared_object_is_reported()
    {
        var two = Shared("B: { type: object, properties: { no: { type: string, x-idempotency-key: true }, id: { type: string, x-idempotency-key: true } } }");

        Assert.StartsWith("DCC0003 1:101 ", Assert.Single(await Advice.LinesOf(Listing, Holding, two)), StringComparison.Ordinal);
    }

    // What is told is bounded; what another contract has a use for is not told, and takes no room.
    [Fact]
    public async Task One_behind_more_than_can_be_told_of_is_reported_where_the_others_are_compared()
    {
        var many = Shared(string.Join('\n', Enumerable.Range(0, 1001).Select(i => $"K{i}: {{ type: string, x-idempotency-key: true }}")) + "\nLast: { type: string, x-idempotency-key: true }");
        var names = Enumerable.Range(0, 1001).Select(i => $"K{i}").ToList();
        var lists = Members("first", names, name => $"{{ type: array, items: {{ $ref: 'common.yaml#/{name}' }} }}");
        var members = Members("second", [.. names, "Last"], name => $"{{ $ref: 'common.yaml#/{name}' }}");

        Assert.StartsWith("DCC0003 1002:23 ", Assert.Single(await Advice.LinesOf(lists, members, many)), StringComparison.Ordinal);
        Assert.Equal(1000, (await Advice.LinesOf(members, many)).Count);

        static ContractFile Members(string contract, IEnumerable<string> names, Func<string, string> schema) =>
            Contract.Schemas($"A: {{ type: object, properties: {{ {string.Join(", ", names.Select(name => $"{name}: {schema(name)}"))} }} }}").At($"/project/spec/{contract}.yaml");
    }

    // The contract that cannot be read may be the one with the list. It has an error, so this is no silence.
    [Fact]
    public async Task While_a_contract_is_broken_nobody_knows_what_it_compares() =>
        Assert.Empty(await Advice.LinesOf(Listing.With("openapi: 3.1.0", "openapi: ["), Holding, s_common));

    [Fact]
    public void An_edit_of_the_contract_that_compares_reads_no_other_one()
    {
        var driver = new ContractDriver(Target.Net100, Listing, Holding, s_common);
        var before = driver.Run();
        driver.Edit(Listing.With("type: array, items: { $ref: 'common.yaml#/B' }", "$ref: 'common.yaml#/B'"));
        var after = driver.Run();

        Assert.Equal(["First.A.g.cs"], StepReasons.ChangedFiles(before, after));
        StepReasons.AssertOutputsRan(after, 1);
    }

    [Fact]
    public void A_comment_above_a_key_writes_nothing()
    {
        var driver = ContractDriver.AfterFirstRun(Listing, Holding, s_common);
        driver.Edit(s_common.With("B: {", "# moved\nB: {"));

        StepReasons.AssertNoOutputRan(driver.Run());
    }

    private static ContractFile Shared(string yaml) => new(Common, yaml, ("DiscountCardContract", ""));

    private static ContractFile Using(string name, string schema) => Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}").At($"/project/spec/{name}.yaml");
}
