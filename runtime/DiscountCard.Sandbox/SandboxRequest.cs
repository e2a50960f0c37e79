using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DiscountCard.Sandbox;

/// <summary>A request as it came over the wire: the raw target, and the bytes of the body.</summary>
internal sealed record SandboxRequest(string Method, string Target, IHeaderDictionary Headers, byte[] Body)
{
    public static async Task<SandboxRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new(context.Request.Method, target, context.Request.Headers, body.ToArray());
    }

    /// <summary>The one value of a header; null when it is missing or repeated.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values is { Count: 1 } ? values[0] : null;
}
