[assembly: AssemblyFixture(typeof(Testing.AzuriteServer))]
