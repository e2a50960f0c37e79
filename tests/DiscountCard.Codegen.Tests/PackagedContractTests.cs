using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

/// <summary>A project that references the package and configures nothing, or next to nothing.</summary>
[Collection(ConsumerTests.Name)]
public class PackagedContractTests(ConsumerFolder consumers)
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void With_nothing_configured_the_example_is_serialized_byte_for_byte(string targetFramework)
    {
        var project = consumers.Project("Plain").AsConsole(targetFramework, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").With("Program.cs", Sources.WriteSeedExample);

        project.Build().SucceededWithoutWarnings();

        Assert.Equal(Sources.SeedExample, project.Run(targetFramework));
    }

    [Fact]
    public void Generated_files_can_be_looked_at_and_are_one_a_type()
    {
        var project = consumers.Project("Emitting").AsConsole(properties: "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>").With("Program.cs", "System.Console.WriteLine();");

        project.Build().Succeeded();

        var files = project.GeneratedFiles().ToList();
        Assert.Superset(
            new HashSet<string> { "DiscountCard.DiscountCardClient.UpdateOrder.g.cs", "DiscountCard.DiscountCardClient.g.cs", "DiscountCard.DiscountCardJsonContext.g.cs", "DiscountCard.Objective.g.cs", "DiscountCard.PerformanceType.g.cs", "DiscountCard.Reward.g.cs", "DiscountCard.RewardType.g.cs", "DiscountCard.UpdateOrderRequest.g.cs", "DiscountCard.UpdateOrderResponse.g.cs" },
            files.ToHashSet());
        Assert.All(files, file => Assert.Matches(@"^DiscountCard\.[\w.]+\.g\.cs$", file));
    }

    [Fact]
    public void UsePackagedContract_false_turns_it_off()
    {
        var project = consumers.Project("Off").AsConsole(properties: "<UsePackagedContract>false</UsePackagedContract>").With("Program.cs", "System.Console.WriteLine(typeof(DiscountCard.UpdateOrderRequest));");

        var error = project.Build().FailedWith("CS0234");

        Assert.Contains("UpdateOrderRequest", error.Message);
    }

    [Fact]
    public void A_violation_in_CSharp_fails_the_build_at_its_line()
    {
        const string source = """
            using DiscountCard;

            public static class Requests
            {
                public static UpdateOrderRequest Empty() => new(); // DCC1001

                public static UpdateOrderRequest Explicit() =>
                    new UpdateOrderRequest { Objectives = [], Rewards = null }; // DCC1001

                public static UpdateOrderRequest Six(Objective o, Reward r) => new()
                {
                    Rewards = [r, r, r, r, r],
                    Objectives = [o, o, o, o, o, o], // DCC1002
                };

                public static UpdateOrderRequest Five(Objective o) => new() { Objectives = [o, o, o, o, o] };
            }
            """;
        var project = consumers.Project("Violating").WithProjectFile("", ConsumerProject.PackageReference).With("Requests.cs", source);

        project.Build().FailedWith(Sources.Marked(source));
    }

    [Fact]
    public void The_severity_of_a_rule_can_be_set_in_an_editorconfig()
    {
        var project = consumers.Project("Lenient")
            .WithProjectFile("", ConsumerProject.PackageReference)
            .With("Requests.cs", Sources.RequestOf(6))
            .With(".editorconfig", "[*.cs]\ndotnet_diagnostic.DCC1002.severity = warning\n");

        var warning = Assert.Single(project.Build().Succeeded().Warnings);

        Assert.Equal("DCC1002", warning.Id);
    }
}
