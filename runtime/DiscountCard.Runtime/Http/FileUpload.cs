using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace DiscountCard.Runtime;

/// <summary>
/// A body of <c>multipart/form-data</c> (RFC 7578) with two parts. It is put together here, because .NET's own writes the names
/// without quotes and the boundary with them, which not every server reads.
/// </summary>
internal sealed class FileUpload(string metaName, string filePart, string fileName, string contentType, Func<CancellationToken, Task<ReadOnlyMemory<byte>>> read)
{
    /// <summary>128 random bits: no file holds them by chance, and nobody can put them into one in advance.</summary>
    private const int BoundaryBytes = 16;

    /// <summary>Puts the body together.</summary>
    /// <param name="meta">The part that is signed.</param>
    /// <param name="cancellationToken">Gives up reading the file.</param>
    public async Task<ByteArrayContent> CreateContentAsync(byte[] meta, CancellationToken cancellationToken)
    {
        var file = await read(cancellationToken).ConfigureAwait(false);
        var boundary = Convert.ToHexString(RandomNumberGenerator.GetBytes(BoundaryBytes));
        var metaHead = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"{Escape(metaName)}\"\r\nContent-Type: application/json\r\n\r\n");
        var fileHead = Encoding.UTF8.GetBytes(
            $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"{Escape(filePart)}\"; filename=\"{Escape(fileName)}\"\r\nContent-Type: {contentType}\r\n\r\n");
        var end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        var content = new ByteArrayContent([.. metaHead, .. meta, .. fileHead, .. file.Span, .. end]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        return content;
    }

    // What would end the quoted name or the line is escaped as browsers do; everything else goes out as UTF-8.
    private static string Escape(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
