using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits the client and its interface, to which each operation adds in a file of its own.</summary>
internal static class ClientEmitter
{
    public static SourceFile Emit(ClientModel client)
    {
        var names = client.Names;
        var writer = Start(names, $"{Runtime}.GeneratedContract({CSharpText.Literal($"{names.Namespace}.{names.Client}")})");
        writer.Document(new(client.Title, null, null), $"The operations of {names.File}.");
        writer.Write($$"""
            {{Marker}}
            {{names.Accessibility}} partial interface {{names.ClientInterface}}
            {
            }

            """);
        writer.Document(new(client.Title, client.Description, null), $"The operations of {names.File}.", "<para>Every request is checked against the contract before it is sent. Safe for concurrent use, as its <see cref=\"global::System.Net.Http.HttpClient\"/> is.</para>");
        writer.Write($$"""
            {{Marker}}
            {{names.Accessibility}} sealed partial class {{names.Client}} : {{names.Global(names.ClientInterface)}}
            {
                private readonly global::System.Net.Http.HttpClient _http;

                /// <summary>A client that sends through an <see cref="global::System.Net.Http.HttpClient"/>, whose handlers sign and verify.</summary>
                /// <param name="http">The HTTP client; its <c>BaseAddress</c>, when set, takes the place of the contract's server. It is not disposed of here.</param>
                /// <exception cref="global::System.ArgumentNullException"><paramref name="http"/> is null.</exception>
                public {{names.Client}}(global::System.Net.Http.HttpClient http)
                {
                    global::System.ArgumentNullException.ThrowIfNull(http);
                    _http = http;
                }

                /// <summary>How requests are written and answers read: as the contract says, unless a context with other options takes its place.</summary>
                public {{names.Global(names.JsonContext)}} Json { get; init; } = {{names.Global(names.JsonContext)}}.Default;
            }
            """);
        return new(HintNameOf(names, names.Client), writer.ToString());
    }
}
