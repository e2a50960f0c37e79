using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace DiscountCard.Runtime;

public sealed partial class ContractCall
{
    /// <summary>The name that APIv3's uploads give to the part with the file.</summary>
    private const string DefaultFilePart = "file";

    private const string BytesOrStream = "Two overloads that differ in nothing but the type of the required file.";

    /// <summary>
    /// The body of an upload, <c>multipart/form-data</c>: first the JSON that describes the file, which alone is signed, then the
    /// file. The JSON commonly holds the file's SHA-256, and so the signature covers the file as well.
    /// </summary>
    /// <param name="metaName">The name of the part with the JSON, <c>meta</c> in APIv3.</param>
    /// <param name="meta">The JSON.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">The file's bytes. They are not copied: they must not change before the call has ended.</param>
    /// <param name="contentType">The file's media type, such as <c>image/png</c>.</param>
    /// <param name="filePart">The name of the part with the file.</param>
    /// <typeparam name="T">The type of the JSON.</typeparam>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty, or <paramref name="contentType"/> is no media type.</exception>
    [SuppressMessage("ApiDesign", "RS0026", Justification = BytesOrStream)]
    public void Multipart<T>(string metaName, T meta, JsonTypeInfo<T> type, string fileName, ReadOnlyMemory<byte> content, string contentType, string filePart = DefaultFilePart) =>
        Upload(metaName, meta, type, fileName, contentType, filePart, _ => Task.FromResult(content));

    /// <inheritdoc cref="Multipart{T}(string, T, JsonTypeInfo{T}, string, ReadOnlyMemory{byte}, string, string)"/>
    /// <param name="metaName">The name of the part with the JSON, <c>meta</c> in APIv3.</param>
    /// <param name="meta">The JSON.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">
    /// The file, from where the stream stands to its end. It is read into memory when the call is sent, because a call that is
    /// sent again needs it again; APIv3's uploads are a few megabytes. It is not disposed of here.
    /// </param>
    /// <param name="contentType">The file's media type, such as <c>image/png</c>.</param>
    /// <param name="filePart">The name of the part with the file.</param>
    [SuppressMessage("ApiDesign", "RS0026", Justification = BytesOrStream)]
    public void Multipart<T>(string metaName, T meta, JsonTypeInfo<T> type, string fileName, Stream content, string contentType, string filePart = DefaultFilePart)
    {
        ArgumentNullException.ThrowIfNull(content);
        Upload(metaName, meta, type, fileName, contentType, filePart, ReadAsync);

        async Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            return bytes.ToArray();
        }
    }

    private void Upload<T>(string metaName, T meta, JsonTypeInfo<T> type, string fileName, string contentType, string filePart, Func<CancellationToken, Task<ReadOnlyMemory<byte>>> read)
    {
        ArgumentNullException.ThrowIfNull(metaName);
        ArgumentNullException.ThrowIfNull(contentType);
        ArgumentNullException.ThrowIfNull(filePart);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType))
            throw new ArgumentException($"\"{TextExcerpt.Of(contentType, TextExcerpt.OfValue)}\" is no media type. Give one such as image/png.", nameof(contentType));
        Body(meta, type, (validator, value) => validator.Object(metaName, value as IContractObject));
        _validator.Unicode(filePart, fileName);
        _upload = new FileUpload(metaName, filePart, fileName, mediaType.ToString(), read);
    }
}
