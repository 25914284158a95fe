namespace PaymentOperations.Tests.Support;

/// <summary>Stands for the end of the process: nothing in the product catches it.</summary>
public sealed class ProcessDiedException() : Exception("The process died here.");
