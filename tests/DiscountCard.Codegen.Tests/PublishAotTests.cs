using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

[Collection(ConsumerTests.Name)]
public class PublishAotTests(ConsumerFolder consumers)
{
    [Fact]
    public void A_native_program_is_published_without_warnings_and_runs()
    {
        const string source = Sources.WriteSeedExample + """"

            var answer = JsonSerializer.Deserialize("""{"out_order_no":"a","order_id":"b"}"""u8, DiscountCardJsonContext.Default.UpdateOrderResponse)!;
            Console.Error.Write(answer);
            Console.Error.Write(new UpdateOrderRequest { Objectives = request.Objectives, Rewards = Enumerable.Range(0, 6).Select(i => request.Rewards![0] with { RewardSerialNo = $"{i}" }).ToArray() }.Validate().Single().Pointer);
            Console.Error.Write(typeof(DiscountCardClient).Name);
            _ = new DiscountCardClient(new HttpClient());
            """";
        var project = consumers.Project("Native")
            .AsConsole(properties: "<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn><UseAppHost>true</UseAppHost><InvariantGlobalization>true</InvariantGlobalization>")
            .With("Program.cs", source);

        project.Command("publish", "-r", BuiltPackage.RuntimeIdentifier).SucceededWithoutWarnings();

        var program = Path.Combine(project.Folder, "bin", "Release", "net10.0", BuiltPackage.RuntimeIdentifier, "publish", "Native");
        var run = DotnetCommand.Run(program, project.Folder, []).Succeeded();
        Assert.Equal(Sources.SeedExample, run.Output);
        Assert.Equal("UpdateOrderResponse { OutOrderNo = a, OrderId = b }/rewardsDiscountCardClient", run.Error);
    }
}
