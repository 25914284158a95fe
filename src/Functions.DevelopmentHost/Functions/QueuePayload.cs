namespace DevelopmentHosting.Functions;

/// <summary>In which form a worker wants queue messages.</summary>
internal enum QueuePayload
{
    Text,
    Bytes,

    /// <summary>The whole message, which the worker turns into a QueueMessage or BinaryData itself.</summary>
    Reference,
}
