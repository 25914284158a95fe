using 'main.bicep'

// Real money. Replace the merchant, the addresses and the people before the first deployment: the script that deploys refuses REPLACEME and example.com.
param name = 'pay'
param environmentName = 'prod'
param merchants = [
  { id: 'REPLACEME', settings: { Environment: 'live', Envelope: 'Pkcs7' } }
]
param publicBaseUrl = 'https://pay.example.com'
param alertEmails = ['payments-oncall@example.com']
param privateNetwork = true
// Your own public addresses (curl -s https://api.ipify.org), from which secrets are written and the ledger is copied. [] lets nobody outside the network in, not even you.
param operatorAddresses = ['REPLACEME']
param zoneRedundant = true
param alwaysReady = [
  { name: 'http', instanceCount: 2 }
]
