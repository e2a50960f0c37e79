namespace DiscountCard.Runtime.Tests;

public class ContractValidatorTests
{
    [Fact]
    public void A_right_request_has_no_violations() =>
        Assert.Empty(ContractValidator.Validate(new SampleRequest { Objectives = [SampleItem.Create()], Rewards = [] }));

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => ContractValidator.Validate(null!));

    [Fact]
    public void Finds_everything_in_the_order_of_the_contract()
    {
        var bad = SampleItem.Create() with { SerialNo = "", Kind = new("increase"), Remark = "五个汉字啊" };
        var request = new SampleRequest
        {
            Objectives = [bad, .. Enumerable.Range(0, 5).Select(SampleItem.Create)],
            Rewards = [SampleItem.Create() with { SerialNo = null! }],
        };
        var violations = ContractValidator.Validate(request);
        Assert.Equal(
            [
                ("/objectives", "maxItems", "5", "6"),
                ("/objectives/0/serial_no", "minLength", "1", "0"),
                ("/objectives/0/kind", "enum", "INCREASE, DECREASE", "increase"),
                ("/objectives/0/remark", "maxLength", "12", "15"),
                ("/rewards/0/serial_no", "required", "present", "null"),
            ],
            violations.Select(v => (v.Pointer, v.Rule, v.Limit, v.Actual)));
        Assert.All(violations, v => Assert.Equal(RequestPart.Body, v.Part));
        Assert.All(violations, v => Assert.StartsWith(v.Pointer + " ", v.Message, StringComparison.Ordinal));
        Assert.All(violations, v => Assert.Equal(v.Message, v.ToString()));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    public void None_of_two_lists_holds_an_item(bool first, bool second, bool valid)
    {
        var request = new SampleRequest { Objectives = first ? [] : null, Rewards = second ? [] : null };
        var violations = ContractValidator.Validate(request);
        Assert.Equal(valid, violations.Count == 0);
        var violation = Assert.Single(violations);
        Assert.Equal(("", "anyOf", "objectives, rewards"), (violation.Pointer, violation.Rule, violation.Limit));
        Assert.Equal($"objectives: {(first ? "0 items" : "absent")}, rewards: {(second ? "0 items" : "absent")}", violation.Actual);
        Assert.StartsWith("The body: one of objectives, rewards must hold at least 1 item, but found", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_least_one_of_holds_when_any_member_has_enough() =>
        Gen.Select(Gen.Int[-1, 3].Array[1, 4], Gen.Int[0, 3]).Sample((counts, minItems) =>
        {
            var given = counts.Select(count => count < 0 ? (int?)null : count).ToArray();
            var validator = new ContractValidator();
            validator.AtLeastOneOf([.. counts.Select((_, i) => $"m{i}")], given, minItems);
            Assert.Equal(given.Any(count => count >= minItems), validator.Violations.Count == 0);
        });

    [Fact]
    public void At_least_one_of_without_items_asks_for_presence_only()
    {
        var validator = new ContractValidator();
        validator.AtLeastOneOf(["a", "b"], [null, null], minItems: 0);
        Assert.Contains("one of a, b must be given", Assert.Single(validator.Violations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_count_code_points_or_bytes()
    {
        // Three characters of 1, 3 and 4 bytes; the last one is two of .NET's chars.
        const string Text = "a微😀";
        Assert.Empty(Lengths(Text, 3, 3, LengthUnit.CodePoints));
        Assert.Empty(Lengths(Text, 8, 8, LengthUnit.Bytes));
        Assert.Equal(("maxLength", "2", "3"), Single(Lengths(Text, 0, 2, LengthUnit.CodePoints)));
        Assert.Equal(("minLength", "4", "3"), Single(Lengths(Text, 4, 9, LengthUnit.CodePoints)));
        Assert.Equal(("maxLength", "7", "8"), Single(Lengths(Text, 0, 7, LengthUnit.Bytes)));
        Assert.Contains("UTF-8 bytes", Lengths(Text, 0, 7, LengthUnit.Bytes)[0].Message, StringComparison.Ordinal);

        static (string, string, string) Single(IReadOnlyList<Violation> found) => Assert.Single(found.Select(v => (v.Rule, v.Limit, v.Actual)));
    }

    [Fact]
    public void Lengths_agree_with_runes() =>
        Gen.Int[0x20, 0x10FFFF].Where(System.Text.Rune.IsValid).Array[0, 20].Sample(points =>
        {
            var text = string.Concat(points.Select(point => new System.Text.Rune(point)));
            Assert.Equal(points.Length, ContractValidator.CodePoints(text));
        });

    [Fact]
    public void Null_text_null_list_and_null_value_are_not_measured()
    {
        var validator = new ContractValidator();
        validator.TextLength("a", null, min: 1);
        validator.Items<int>("b", null, min: 1);
        validator.Object("c", null);
        validator.KnownValue<SampleKind>("d", null);
        Assert.Empty(validator.Violations);
    }

    [Fact]
    public void Too_few_items_are_found()
    {
        var validator = new ContractValidator();
        validator.Items<int>("list", [1], min: 2);
        var violation = Assert.Single(validator.Violations);
        Assert.Equal(("/list", "minItems", "2", "1"), (violation.Pointer, violation.Rule, violation.Limit, violation.Actual));
    }

    [Fact]
    public void A_null_item_is_found_at_its_place()
    {
        var validator = new ContractValidator();
        validator.Items<string?>("list", ["a", null]);
        var violation = Assert.Single(validator.Violations);
        Assert.Equal(("/list/1", "type"), (violation.Pointer, violation.Rule));
    }

    [Fact]
    public void Pointers_escape_tilde_and_slash()
    {
        var validator = new ContractValidator();
        validator.Object("a/b", new Deep("m~n", "~1"));
        validator.Required("after", null);
        Assert.Equal(["/a~1b/m~0n/~01", "/after"], validator.Violations.Select(v => v.Pointer));
    }

    [Fact]
    public void An_unset_enumeration_is_found()
    {
        var validator = new ContractValidator();
        validator.KnownValue<SampleKind>("kind", default(SampleKind));
        Assert.Equal(("enum", ""), (validator.Violations[0].Rule, validator.Violations[0].Actual));
    }

    [Fact]
    public void A_long_unknown_value_is_cut_between_characters()
    {
        var validator = new ContractValidator();
        validator.KnownValue<SampleKind>("kind", new SampleKind(string.Concat(Enumerable.Repeat("😀", 40)).Insert(0, "x")));
        var actual = validator.Violations[0].Actual;
        Assert.EndsWith("…", actual, StringComparison.Ordinal);
        Assert.True(actual.Length <= 65);
        Assert.True(IsWellFormed(actual));
    }

    // Not an attribute's arguments: those are stored as UTF-8, which cannot hold such texts.
    [Fact]
    public void A_text_with_half_a_surrogate_pair_is_found() => Assert.All(["\uD83D", "\uDE00x", "a\uDE00\uD83D", "😀\uD83D"], (string text) =>
    {
        var violation = Assert.Single(Lengths(text, 0, 100, LengthUnit.CodePoints));
        Assert.Equal(("/text", "type"), (violation.Pointer, violation.Rule));
        Assert.Contains("surrogate", violation.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Violations_of_parameters_name_the_part_and_the_parameter()
    {
        var validator = new ContractValidator();
        validator.Enter(RequestPart.Path);
        validator.TextLength("out_order_no", "", min: 1);
        var violation = Assert.Single(validator.Violations);
        Assert.Equal((RequestPart.Path, "/out_order_no"), (violation.Part, violation.Pointer));
        Assert.StartsWith("The path parameter out_order_no has 0 characters", violation.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Violation> Lengths(string text, int min, int max, LengthUnit unit)
    {
        var validator = new ContractValidator();
        validator.TextLength("text", text, min, max, unit);
        return validator.Violations;
    }

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);

    private sealed record Deep(string Name, string Inner) : IContractObject
    {
        public void Validate(ContractValidator validator)
        {
            if (Inner.Length > 0)
                validator.Object(Name, new Deep(Inner, ""));
            else
                validator.Required(Name, null);
        }
    }
}
