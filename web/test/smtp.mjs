// A real SMTP server on the loopback, for the tests of mail. It prints its port, and each message that it takes as one line of JSON. What
// it answers follows from the name before the @: "refused" is refused for ever, "later" for now, and "lost" loses the line after the message.
import { SMTPServer } from 'smtp-server'

const refuse = (code, text) => Object.assign(new Error(text), { responseCode: code })
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, session, done) {
    if (address.startsWith('refused')) return done(refuse(550, 'no such mailbox here'))
    if (address.startsWith('later')) return done(refuse(451, 'try again later'))
    done()
  },
  onData(stream, session, done) {
    const parts = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      const to = rcptTo.map(one => one.address)
      console.log(JSON.stringify({ from: mailFrom.address, to, message: Buffer.concat(parts).toString('utf8') }))
      if (to[0].startsWith('lost')) return process.exit(0)
      done()
    })
  },
})
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port))
// it ends with the test that started it
process.stdin.on('end', () => process.exit(0)).resume()
