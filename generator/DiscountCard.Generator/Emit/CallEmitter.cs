using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits the method that makes a call: hand over and check each parameter and the body, send, return the answer.</summary>
internal sealed class CallEmitter(SourceWriter writer, OperationModel operation, ContractNames names)
{
    private const string Json = "global::System.Text.Json";

    public void Emit(string signature)
    {
        var checks = new ChecksEmitter(writer, names);
        using (writer.Braces(signature))
        {
            writer.Write($"var call = new {Runtime}.ContractCall(s_{operation.Id});");
            foreach (var parameter in operation.Parameters)
                EmitParameter(parameter, checks);
            EmitBody();
            var type = operation.Result.Type is { } result ? $", {TypeInfo(result, "Response")}" : "";
            writer.Write($"return call.SendAsync(_http{type}, cancellationToken);");
        }
        checks.EmitFields();
        EmitRoot(operation.Body?.Type, "Request");
        EmitRoot(operation.Result.Type, "Response");
    }

    private void EmitParameter(ParameterModel parameter, ChecksEmitter checks)
    {
        var name = CSharpText.Literal(parameter.WireName);
        if (parameter is { Place: ParameterPlace.Path, Type.Kind: ValueKind.Text } && parameter.Type.Limits is { Pattern: null, Const: null } limits)
        {
            var bounds = (limits.MinLength is > 0 ? $", minLength: {limits.MinLength}" : "") + (limits.MaxLength is null ? "" : $", maxLength: {limits.MaxLength}");
            writer.Write($"call.PathText({name}, {parameter.Name}{bounds}{(limits is { LimitLength: true, LengthInBytes: true } ? $", unit: {Runtime}.LengthUnit.Bytes" : "")});");
            return;
        }
        if (parameter.Required && parameter.Type.IsReference)
            writer.Write($"global::System.ArgumentNullException.ThrowIfNull({parameter.Name});");
        if (parameter.Type.Kind is not (ValueKind.DateTime or ValueKind.Date or ValueKind.Uuid or ValueKind.Uri or ValueKind.Bytes))
        {
            using (writer.Braces($"call.Check({Runtime}.RequestPart.{parameter.Place}, validator =>", "});"))
                checks.Emit(parameter.Type, name, parameter.Name, !parameter.Required, $"{operation.Id}{CSharpName.Pascal(parameter.Name)}");
        }
        EmitValue(parameter, name);
    }

    private void EmitValue(ParameterModel parameter, string name)
    {
        if (parameter.Type.Kind == ValueKind.List)
        {
            writer.Write($"call.QueryList({name}, {parameter.Name} is null ? null : global::System.Linq.Enumerable.Select({parameter.Name}, item => {parameter.Type.Item!.WireText("item")}), explode: {(parameter.Explode ? "true" : "false")});");
            return;
        }
        var method = parameter.Place == ParameterPlace.Path ? "PathValue" : parameter.Place.ToString();
        var value = parameter.Required ? parameter.Name : parameter.Type.IsReference ? parameter.Name : $"{parameter.Name}.Value";
        var text = parameter.Type.WireText(value);
        writer.Write($"call.{method}({name}, {(parameter.Required || parameter.Type.Kind == ValueKind.Text ? text : $"{parameter.Name} is null ? null : {text}")});");
    }

    private void EmitBody()
    {
        if (operation.Body is not { } body)
            return;
        var value = body.Required || body.Type.IsReference ? body.ParameterName : $"{body.ParameterName}.Value";
        if (!body.Required)
            writer.Write($"if ({body.ParameterName} is not null)");
        using var indentation = body.Required ? default : writer.Indent();
        writer.Write($"call.Body({value}, {TypeInfo(body.Type, "Request")});");
    }

    private string TypeInfo(TypeReference type, string side) =>
        IsOfContext(type) ? $"{names.Global(names.JsonContext)}.Default.{JsonContextEmitter.PropertyName(type.Name!)}" : $"s_{operation.Id}{side}";

    // What has no type of its own in the context, such as a list at the root, gets its metadata here.
    private void EmitRoot(TypeReference? type, string side)
    {
        if (type is null || IsOfContext(type))
            return;
        var declaration = type.Declaration(names);
        writer.Write($$"""

            private static readonly {{Json}}.Serialization.Metadata.JsonTypeInfo<{{declaration}}> s_{{operation.Id}}{{side}} =
                {{Json}}.Serialization.Metadata.JsonMetadataServices.CreateValueInfo<{{declaration}}>({{names.Global(names.JsonContext)}}.Default.Options, new {{operation.Id}}{{side}}Converter());

            private sealed class {{operation.Id}}{{side}}Converter : {{Json}}.Serialization.JsonConverter<{{declaration}}>
            {
                public override {{declaration}} Read(ref {{Json}}.Utf8JsonReader reader, global::System.Type typeToConvert, {{Json}}.JsonSerializerOptions options) =>
                    {{type.Read(names, "null")}};

                public override void Write({{Json}}.Utf8JsonWriter writer, {{declaration}} value, {{Json}}.JsonSerializerOptions options) =>
                    {{type.Write(names, "value")}};
            }
            """);
    }

    private static bool IsOfContext(TypeReference type) => type.Kind is ValueKind.Object or ValueKind.Enum or ValueKind.IntegerEnum;
}
