using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>Contract types of a referenced assembly: of their members, metadata shows all but the bodies.</summary>
public class ReferencedTypeTests
{
    private static readonly Lazy<MetadataReference> s_contract = new(() => Reference("""
        namespace DiscountCard
        {
            public sealed partial record Detail
            {
                public string? Remark { get; init; }

                public string? Both { init => (Code, Name) = (value, value); }
            }
        }
        """));

    [Theory]
    [InlineData("Api.Send(new UpdateOrderRequest());", "DCC1001")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [o, o, o, o, o, o] });", "DCC1002")]
    [InlineData("Api.Send(new Detail { Code = \"12345\" });", "DCC1004")]
    [InlineData("Api.Send(new Detail { Code = \"12345\", Remark = \"any\" });", "DCC1004")]
    [InlineData("Api.Send(new Detail { Both = \"ab\", Code = \"12345\" });", "DCC1004")]
    [InlineData("Api.Send(new Detail { Code = \"12345\", Both = \"ab\" });", null)]
    [InlineData("Api.Send(new Detail { Code = \"12345\" } with { Both = \"ab\" });", null)]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [o] });", null)]
    public async Task What_is_known_of_a_request_follows_from_its_metadata(string statement, string? id)
    {
        var compilation = AnalyzerRun.Compile(Verify.Method(statement), s_contract.Value);
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.Equal(id, (await AnalyzerRun.Diagnostics(compilation)).SingleOrDefault()?.Id);
    }

    private static PortableExecutableReference Reference(string source)
    {
        using var image = new MemoryStream();
        Assert.True(AnalyzerRun.Compile(source).WithAssemblyName("Contract").Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
