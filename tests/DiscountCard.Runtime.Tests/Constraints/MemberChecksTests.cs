namespace DiscountCard.Runtime.Tests;

public class MemberChecksTests
{
    private static readonly string[] s_names = ["a", "b", "c"];

    [Fact]
    public void Exactly_one_is_one_and_at_least_one_is_not_none() => Gen.Bool.Array[3].Sample(present =>
    {
        var count = present.Count(given => given);
        var given = string.Join(", ", s_names.Where((_, i) => present[i]));
        var found = given.Length == 0 ? "none" : given;
        Assert.Equal(count == 1 ? null : ("oneOf", "a, b, c", found), Found(v => v.ExactlyOneOf(s_names, present)));
        Assert.Equal(count == 1 ? null : ("oneOf", "a, b, c", found), Found(v => v.OneOfRequired(s_names, present)));
        Assert.Equal(count >= 1 ? null : ("anyOf", "a, b, c", "none"), Found(v => v.AnyOfRequired(s_names, present)));
    });

    [Fact]
    public void Messages_name_the_place_and_what_is_wanted()
    {
        var validator = new ContractValidator();
        validator.ExactlyOneOf(["a", "b"], [true, true]);
        validator.AnyOfRequired(["a, b", "c"], [false, false]);
        validator.OneOfRequired(["a, b", "c"], [true, true]);
        validator.MemberCount(0, min: 1);
        validator.DependentRequired("total", true, "currency", false);
        validator.Discriminator("kind", "cash", ["card", "debit"]);
        validator.Discriminator("kind", "debit", ["card", "debit"]);
        validator.Discriminator("kind", null, ["card"]);
        validator.OtherChoice("oneOf", ["Card", "Cash"]);
        Assert.Equal(
            [
                "The body: of a, b exactly one must be given, but found a, b.",
                "The body: of the combinations [a, b], c at least one must be given whole, but found none.",
                "The body: of the combinations [a, b], c exactly one must be given whole, but found [a, b], c.",
                "The body has 0 members; the contract asks for at least 1.",
                "/currency is absent, but total is given, which needs it. Give both or neither.",
                "/kind is \"cash\"; an object of this type has \"card\", \"debit\" there. Set it, or send the object that \"cash\" stands for.",
                "The body is an object that the contract does not describe; it names Card, Cash. Send one of these.",
            ],
            validator.Violations.Select(violation => violation.Message));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public void A_member_may_need_another(bool present, bool neededPresent, bool right) =>
        Assert.Equal(right ? null : ("dependentRequired", "present with total", "absent"), Found(v => v.DependentRequired("total", present, "currency", neededPresent)));

    [Theory]
    [InlineData(0, "minProperties", "1")]
    [InlineData(1, null, null)]
    [InlineData(3, "maxProperties", "2")]
    public void Objects_have_a_number_of_members(int present, string? rule, string? limit) =>
        Assert.Equal(rule is null ? null : (rule, limit!, $"{present}"), Found(v => v.MemberCount(present, min: 1, max: 2)));

    [Fact]
    public void The_object_itself_is_the_place()
    {
        var validator = new ContractValidator();
        validator.Object("deep", new Deep());
        Assert.Equal(["/deep", "/deep", "/deep/b"], validator.Violations.Select(violation => violation.Pointer));
        Assert.StartsWith("/deep: of a, b exactly one", validator.Violations[0].Message, StringComparison.Ordinal);
    }

    private static (string Rule, string Limit, string Actual)? Found(Action<ContractValidator> check)
    {
        var validator = new ContractValidator();
        check(validator);
        return validator.Violations.Select(v => ((string, string, string)?)(v.Rule, v.Limit, v.Actual)).SingleOrDefault();
    }

    private sealed class Deep : IContractObject
    {
        public void Validate(ContractValidator validator)
        {
            validator.ExactlyOneOf(["a", "b"], [false, false]);
            validator.MemberCount(0, min: 1);
            validator.DependentRequired("a", true, "b", false);
        }
    }
}
