namespace DiscountCard.Generator.Tests;

/// <summary>
/// The keywords of OpenAPI 3.1.1 and 3.0.4 (section "Fixed Fields" of each object that generation reads) and of JSON Schema
/// 2020-12 (core, applicator, unevaluated, validation, format, content and meta-data vocabularies).
/// </summary>
public static class SpecifiedKeywords
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["OpenAPI"] = "openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs",
        ["Info"] = "title summary description termsOfService contact license version",
        ["Server"] = "url description variables",
        ["Components"] = "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems",
        ["Path Item"] = "$ref summary description get put post delete options head patch trace servers parameters",
        ["Operation"] = "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
        ["Parameter"] = "name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content",
        ["Request Body"] = "description content required",
        ["Media Type"] = "schema example examples encoding",
        ["Response"] = "description headers content links",
        ["Schema"] = "$schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs " +
            "allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties patternProperties additionalProperties propertyNames " +
            "unevaluatedItems unevaluatedProperties " +
            "type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems " +
            "maxContains minContains maxProperties minProperties required dependentRequired " +
            "format contentEncoding contentMediaType contentSchema " +
            "title description default deprecated readOnly writeOnly examples " +
            "discriminator xml externalDocs example nullable",
    };

    public static TheoryData<string> Objects => [.. s_fields.Keys];

    public static IEnumerable<string> Of(string specifiedObject) => s_fields[specifiedObject].Split(' ');
}
