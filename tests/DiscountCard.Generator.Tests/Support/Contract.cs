namespace DiscountCard.Generator.Tests;

/// <summary>Contracts in which all but one part is as short as can be, so that a place in them is easy to count.</summary>
internal static class Contract
{
    /// <summary>A contract of schemas: the first of the lines is line 5, each is indented by 4.</summary>
    public static ContractFile Schemas(string schemas) => $"""
        openapi: 3.1.0
        info: {"{ title: T, version: '1' }"}
        components:
          schemas:
        {Indented(schemas, 4)}
        """;

    /// <summary>A contract of one operation, PUT /orders: the first of the lines is line 7, each is indented by 6.</summary>
    public static ContractFile Operation(string operation) => $"""
        openapi: 3.1.0
        info: {"{ title: T, version: '1' }"}
        servers: [ {"{ url: https://api.example.com }"} ]
        paths:
          /orders:
            put:
        {Indented(operation, 6)}
        components: {"{ schemas: { Order: { type: object, properties: { id: { type: string } } } } }"}
        """;

    private static string Indented(string lines, int by) => string.Join("\n", lines.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : new string(' ', by) + line));
}
