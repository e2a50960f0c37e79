using System.Globalization;
using System.Text;

namespace DiscountCard.Benchmarks;

/// <summary>A contract as large as one likes: for each operation a request, a response, and now and then a schema that they share.</summary>
internal static class LargeContract
{
    /// <summary>Schemas for ten operations: 24, so that 1,000 operations have 2,400.</summary>
    private const int SharedPerTen = 4;

    /// <summary>The contract with another limit in its first schema.</summary>
    public static string WithAnotherLimit(string contract)
    {
        const string Limit = "name: { type: string, maxLength: 32";
        var at = contract.IndexOf(Limit, StringComparison.Ordinal) + Limit.Length;
        return $"{contract[..(at - 1)]}1{contract[at..]}";
    }

    public static string Write(int operations)
    {
        var text = new StringBuilder("openapi: 3.1.0\ninfo: { title: Large, version: '1' }\nservers: [ { url: https://api.mch.weixin.qq.com } ]\npaths:\n");
        for (var i = 0; i < operations; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  /v3/large/{{i}}/{id}:
                    post:
                      operationId: Operation{{i}}
                      parameters:
                        - { name: id, in: path, required: true, schema: { type: string, minLength: 1, maxLength: 64 } }
                      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Request{{i}}' } } } }
                      responses:
                        '200': { description: done, content: { application/json: { schema: { $ref: '#/components/schemas/Response{{i}}' } } } }

                """);
        }
        text.Append("components:\n  schemas:\n");
        for (var i = 0; i < operations; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    Request{{i}}:
                      type: object
                      required: [ name, count ]
                      properties:
                        name: { type: string, maxLength: 32, description: 名称 }
                        count: { type: integer, format: int64, minimum: 1 }
                        time: { type: string, format: date-time }
                        items: { type: array, maxItems: 5, items: { $ref: '#/components/schemas/Shared{{i * SharedPerTen / 10}}' } }
                    Response{{i}}:
                      type: object
                      required: [ id ]
                      properties:
                        id: { type: string, maxLength: 64 }
                        state: { type: string }

                """);
        }
        for (var i = 0; i < Math.Max(1, operations * SharedPerTen / 10); i++)
            text.Append(CultureInfo.InvariantCulture, $"    Shared{i}: {{ type: object, required: [ no ], properties: {{ no: {{ type: string }}, amount: {{ type: integer, format: int64 }} }} }}\n");
        return text.ToString();
    }
}
