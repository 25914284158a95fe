[assembly: AssemblyFixture(typeof(PaymentOperations.Tests.Support.LedgerStorage))]
